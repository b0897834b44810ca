// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.tck.Requirement;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What watches an application whose server hides an API: everything else, and no line of complaint. */
@Requirement("O5")
class AbsentApisTest {

    /** The class path once more, without some packages. */
    private static final class Hiding extends URLClassLoader {

        private final String[] hidden;

        Hiding(String... hidden) {
            super(classPath(), ClassLoader.getPlatformClassLoader());
            this.hidden = hidden;
        }

        private static URL[] classPath() {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Hiding::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (Arrays.stream(hidden).anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    /** Deploys, calls and undeploys with classes of {@code loader}. */
    private static void runIn(ClassLoader loader, String metrics) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            ((Runnable) loader.loadClass(OneCall.class.getName())
                            .getConstructor(String.class)
                            .newInstance(metrics))
                    .run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** An application that is called once. */
    public static final class OneCall implements Runnable {

        private final String metrics;

        public OneCall(String metrics) {
            this.metrics = metrics;
        }

        @Override
        public void run() {
            try (Deployed application = new Deployed(Map.of("idempotency.metrics", metrics))) {
                application.call("pay", 1);
            }
        }
    }

    @Test
    void onlyWhatIsHiddenIsMissing() throws Exception {
        try (Hiding loader = new Hiding(
                        "org.eclipse.microprofile.metrics.",
                        "org.eclipse.microprofile.health.",
                        "io.opentelemetry.api.metrics.");
                Logged log = new Logged()) {
            runIn(loader, "auto");

            assertThat(log.bindings()).containsExactlyInAnyOrder("JMX", "OpenTelemetry spans", "flight recordings");
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void whereAllAreHiddenJmxIsLeftAndAskingForMoreStopsTheDeployment() throws Exception {
        try (Hiding loader = new Hiding(
                        "org.eclipse.microprofile.metrics.",
                        "org.eclipse.microprofile.health.",
                        "io.opentelemetry.",
                        "jdk.jfr.");
                Logged log = new Logged()) {
            runIn(loader, "auto");

            assertThat(log.bindings()).containsExactly("JMX");
            assertThat(log.warnings()).isEmpty();
            assertThatThrownBy(() -> runIn(loader, "microprofile"))
                    .hasStackTraceContaining(
                            "idempotency.metrics = microprofile: this server does not offer MicroProfile Metrics");
            assertThatThrownBy(() -> runIn(loader, "opentelemetry"))
                    .hasStackTraceContaining(
                            "idempotency.metrics = opentelemetry: this server does not offer the metrics API of"
                                    + " OpenTelemetry");
        }
    }
}
