// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.processor.IdempotencyProcessor;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compile-time check says of sources that are right, and of the annotations of the HTTP module. */
@Requirement("A15")
class CompileTimeTest {

    private static final Path EXAMPLE = Path.of("../example/src/main/java");

    /** Mistakes that a deployment is to stop at. */
    private static final Pattern WRONG_ON_PURPOSE = Pattern.compile("(Later|Announcements)\\.java");

    @TempDir
    Path classes;

    @Test
    void theExampleHasNothingToReport() throws IOException {
        assertThat(reports(files(EXAMPLE))).isEmpty();
    }

    @Test
    void annotationsForResourceMethodsAreReportedElsewhere() throws IOException {
        String source = """
                package shop;
                class Events {
                    @ee.idempotency.jaxrs.annotation.FailurePolicy(store = "500")
                    public void failed(String event) {}
                    @ee.idempotency.jaxrs.annotation.RequestFingerprint(headers = "X-Amount")
                    @ee.idempotency.jaxrs.annotation.RequestFingerprint(headers = "X-Currency")
                    public void paid(String event) {}
                }
                """;
        assertThat(reports(List.of(of(source))))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("4 [idempotency:misplaced] @FailurePolicy is for resource"),
                        line -> assertThat(line).startsWith("7 [idempotency:misplaced] @RequestFingerprint is for"));
    }

    /** Advice is no mistake: what is unnamed here, or compares no payload, is so on purpose. */
    @Test
    @Tag("all")
    void theApplicationsOfTheContainerTestsAreRight() throws IOException {
        List<String> found =
                reports(files(Path.of("src/test/java")), "-Aidempotency.unnamed=off", "-Aidempotency.fingerprint=off");
        assertThat(found).isEmpty();
    }

    private static List<JavaFileObject> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .<JavaFileObject>map(CompileTimeTest::of)
                    .toList();
        }
    }

    private static JavaFileObject of(Path file) {
        try {
            return of(file.toUri(), Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JavaFileObject of(String source) {
        return of(URI.create("string:///shop/Events.java"), source);
    }

    private static JavaFileObject of(URI place, String source) {
        return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    /** Line and text of each report, but for what is wrong on purpose. */
    private List<String> reports(List<JavaFileObject> sources, String... options) throws IOException {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<String> all = Stream.concat(
                        Stream.of("-d", classes.toString(), "-parameters", "-nowarn"), Stream.of(options))
                .toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
            var task = compiler.getTask(null, files, messages, all, null, sources);
            task.setProcessors(List.of(new IdempotencyProcessor()));
            task.call();
        }
        return messages.getDiagnostics().stream()
                .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
                .filter(message -> message.getSource() == null
                        || !WRONG_ON_PURPOSE
                                .matcher(message.getSource().getName())
                                .find())
                .map(message -> message.getLineNumber() + " " + message.getMessage(Locale.ROOT))
                .toList();
    }
}
