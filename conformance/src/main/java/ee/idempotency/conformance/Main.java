// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import ee.idempotency.conformance.internal.TargetSettings;
import ee.idempotency.conformance.report.Report;
import ee.idempotency.conformance.report.Verdict;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** {@code java -jar}: measures a target and prints the report. */
public final class Main {

    private static final String USAGE = """
            Usage: java -jar idempotency-conformance-<version>-all.jar [--strict] [FILE] [--NAME=VALUE ...]
            FILE is a properties file with the settings of the target; options come after it and win.
            The settings are in conformance/README.md. Without any, the example on http://127.0.0.1:8080/ is measured.
            Exit code: 0 no MUST is broken; 1 a MUST is, or with --strict there is a note or something not measured;
            2 the settings are wrong or the target cannot be reached.
            """;

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    /** What {@link #main} does, with the exit code as the result. */
    static int run(PrintStream out, String... arguments) {
        return new Main(out).run(arguments);
    }

    private int run(String[] arguments) {
        boolean strict = false;
        Properties settings = new Properties();
        try {
            for (String argument : arguments) {
                if (argument.equals("--help")) {
                    out.print(USAGE);
                    return 0;
                } else if (argument.equals("--strict")) {
                    strict = true;
                } else {
                    read(argument, settings);
                }
            }
            return measure(settings, strict);
        } catch (IllegalArgumentException | IOException wrong) {
            out.println(wrong instanceof IOException ? wrong.toString() : wrong.getMessage());
            out.print(USAGE);
            return 2;
        }
    }

    private int measure(Properties settings, boolean strict) throws IOException {
        out.println("draft-ietf-httpapi-idempotency-key-header-07 (expired April 2026) at "
                + TargetSettings.read(settings).base());
        Report report = ConformanceKit.run(settings);
        out.println(report);
        boolean complete =
                report.with(Verdict.PASSED).size() == report.results().size();
        return report.conforms() && (complete || !strict) ? 0 : 1;
    }

    private static void read(String argument, Properties settings) throws IOException {
        if (!argument.startsWith("--")) {
            try (Reader file = Files.newBufferedReader(Path.of(argument))) {
                settings.load(file);
            }
            return;
        }
        int equals = argument.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("An option is --NAME=VALUE, not " + argument);
        }
        settings.setProperty(argument.substring(2, equals), argument.substring(equals + 1));
    }
}
