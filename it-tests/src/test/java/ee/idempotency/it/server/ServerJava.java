// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The JVM of the servers: that of the tests, or, where the system property {@code test.server.java} asks for a newer one, the oldest
 * that is new enough among those installed beside it. Without one every class is skipped, and the reason names what to install.
 */
public final class ServerJava implements ExecutionCondition {

    private static final int WANTED =
            Integer.getInteger("test.server.java", Runtime.version().feature());
    private static final Optional<Path> HOME = find(Path.of(System.getProperty("java.home")));

    /** Its home. */
    static Path home() {
        return HOME.orElseThrow();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return HOME.isPresent()
                ? ConditionEvaluationResult.enabled(null)
                : ConditionEvaluationResult.disabled(
                        "This server needs Java " + WANTED + " or newer; install one beside the JDK of the build");
    }

    private static Optional<Path> find(Path own) {
        if (WANTED <= Runtime.version().feature()) {
            return Optional.of(own);
        }
        try (Stream<Path> installed = Files.list(own.getParent())) {
            return installed.filter(home -> feature(home) >= WANTED).min(Comparator.comparing(ServerJava::feature));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The feature release of a JDK by its {@code release} file; 0 if this is none. */
    private static int feature(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(home.resolve("release"))) {
            return 0;
        }
        Properties release = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }
}
