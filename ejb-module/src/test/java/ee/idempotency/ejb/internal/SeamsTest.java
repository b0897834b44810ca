// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Idempotency;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What beans and services can attach to the engine, and what stops the deployment. */
@Requirement("O12")
class SeamsTest {

    private static final List<IdempotencyEvent> HEARD = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        HEARD.clear();
    }

    /** A listener that is a bean. */
    @ApplicationScoped
    public static class Listening implements IdempotencyListener {

        @Override
        public void on(IdempotencyEvent event) {
            HEARD.add(event);
        }
    }

    /** Two more, one of which is not there. */
    @ApplicationScoped
    public static class Listeners {

        @Produces
        @Dependent
        IdempotencyListener none() {
            return null;
        }

        @Produces
        @Dependent
        IdempotencyListener another() {
            return HEARD::add;
        }
    }

    /** A listener that a jar names. */
    public static class Serving implements IdempotencyListener {

        @Override
        public void on(IdempotencyEvent event) {
            HEARD.add(event);
        }
    }

    /** A listener that cannot be constructed. */
    @ApplicationScoped
    public static class Broken implements IdempotencyListener {

        public Broken() {
            throw new IllegalStateException("the registry is missing");
        }

        @Override
        public void on(IdempotencyEvent event) {}
    }

    private static void pay(Application application) {
        application.get(Idempotency.class).operation("pay").key(1).execute(String.class, () -> "paid");
    }

    @Test
    void beansListen() {
        try (Application application = Application.deploy(Listening.class)) {
            pay(application);
        }

        assertThat(HEARD).filteredOn(Settled.class::isInstance).hasSize(1);
    }

    @Test
    void severalListenAndNoneIsNoListener() {
        try (Application application = Application.deploy(Listening.class, Listeners.class)) {
            pay(application);
        }

        assertThat(HEARD).filteredOn(Settled.class::isInstance).hasSize(2);
    }

    @Test
    void servicesListen(@TempDir Path jar) throws Exception {
        withService(jar, Serving.class, () -> {
            try (Application application = Application.deploy()) {
                pay(application);
            }
        });

        assertThat(HEARD).filteredOn(Settled.class::isInstance).hasSize(1);
    }

    @Test
    void beanThatCannotBeConstructedStopsTheDeployment() {
        assertThatThrownBy(() -> Application.deploy(Broken.class).close())
                .hasStackTraceContaining(Broken.class.getName())
                .hasStackTraceContaining("IdempotencyListener cannot be constructed")
                .hasStackTraceContaining("the registry is missing");
    }

    @Test
    void serviceThatCannotBeConstructedStopsTheDeployment(@TempDir Path jar) throws Exception {
        withService(
                jar,
                Broken.class,
                () -> assertThatThrownBy(() -> Application.deploy().close())
                        .hasStackTraceContaining(Broken.class.getName())
                        .hasStackTraceContaining("IdempotencyListener cannot be constructed")
                        .hasStackTraceContaining("the registry is missing"));
    }

    @Test
    void serviceThatIsMissingStopsTheDeployment(@TempDir Path jar) throws Exception {
        withService(
                jar,
                "org.example.Absent",
                () -> assertThatThrownBy(() -> Application.deploy().close())
                        .hasStackTraceContaining("META-INF/services/" + IdempotencyListener.class.getName())
                        .hasStackTraceContaining("org.example.Absent"));
    }

    private static void withService(Path jar, Class<?> service, Runnable test) throws IOException {
        withService(jar, service.getName(), test);
    }

    /** Runs a test where the thread's class loader finds the service. */
    private static void withService(Path jar, String service, Runnable test) throws IOException {
        Path file = jar.resolve(IdempotencyListener.class.getName());
        Files.writeString(file, service);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL url = file.toUri().toURL();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {

            @Override
            protected java.util.Enumeration<URL> findResources(String name) {
                return name.endsWith("/" + IdempotencyListener.class.getName())
                        ? java.util.Collections.enumeration(List.of(url))
                        : java.util.Collections.emptyEnumeration();
            }
        });
        try {
            test.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
