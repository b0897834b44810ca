// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One compilation with the processor.
 *
 * @param succeeded what the compiler answered
 * @param messages what it said
 */
record Compilation(boolean succeeded, List<Diagnostic<? extends JavaFileObject>> messages) {

    private static final Pattern RULE = Pattern.compile("\\[idempotency:(\\w+)\\]");

    /** A report of the processor: where, what, and whether it is an error. */
    record Report(String file, long line, String rule, boolean isError) {}

    static Compilation of(Path classes, List<Path> sources, String... options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(
                List.of("-d", classes.toString(), "-parameters", "-classpath", System.getProperty("java.class.path")));
        all.addAll(List.of(options));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, messages, all, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new IdempotencyProcessor()));
            return new Compilation(task.call(), List.copyOf(messages.getDiagnostics()));
        }
    }

    /** What the processor reported. */
    List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> message : messages) {
            Matcher rule = RULE.matcher(message.getMessage(Locale.ROOT));
            if (rule.find()) {
                reports.add(new Report(
                        Path.of(message.getSource().toUri()).getFileName().toString(),
                        message.getLineNumber(),
                        rule.group(1),
                        message.getKind() == Diagnostic.Kind.ERROR));
            }
        }
        return reports;
    }
}
