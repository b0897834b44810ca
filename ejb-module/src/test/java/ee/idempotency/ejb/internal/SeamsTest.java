// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Idempotency;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /** A gate that cannot be constructed. */
    @ApplicationScoped
    public static class BrokenGate implements ClaimGate {

        public BrokenGate() {
            throw new NoClassDefFoundError("the counter is missing");
        }

        @Override
        public Optional<Refusal> check(Asking asking) {
            return Optional.empty();
        }
    }

    /** A seal that cannot be constructed, whose reference is no proxy, or one that needs the constructor as on Payara. */
    @Dependent
    public static class BrokenSeal implements OutcomeSeal {

        public BrokenSeal() {
            throw new IllegalStateException("the keys are missing");
        }

        @Override
        public Sealer prepare(Place place) {
            return outcome -> outcome;
        }

        @Override
        public Outcome open(Place place, Outcome sealed) {
            return sealed;
        }
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
    void allBeansThatCannotBeConstructedAreInOneList() {
        assertThatThrownBy(() -> Application.deploy(Broken.class, BrokenGate.class, BrokenSeal.class)
                        .close())
                .hasStackTraceContaining("IdempotencyListener cannot be constructed")
                .hasStackTraceContaining("ClaimGate cannot be constructed")
                .hasStackTraceContaining("the counter is missing")
                .hasStackTraceContaining("OutcomeSeal cannot be constructed")
                .hasStackTraceContaining("the keys are missing");
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

    /** A name of no class, a class of another kind, and one that cannot be constructed. */
    @Test
    void allServicesThatAreWrongAreInOneList(@TempDir Path jar) throws Exception {
        withService(
                jar,
                String.join("\n", "org.example.Absent", SeamsTest.class.getName(), Broken.class.getName()),
                () -> assertThatThrownBy(() -> Application.deploy().close())
                        .hasStackTraceContaining("org.example.Absent")
                        .hasStackTraceContaining(SeamsTest.class.getName() + " not a subtype")
                        .hasStackTraceContaining("the registry is missing"));
    }

    @Test
    void serviceWithoutTheFormOfANameStopsTheDeployment(@TempDir Path jar) throws Exception {
        withService(
                jar,
                "no name",
                () -> assertThatThrownBy(() -> Application.deploy().close())
                        .hasStackTraceContaining("META-INF/services/" + IdempotencyListener.class.getName())
                        .hasStackTraceContaining("Illegal configuration-file syntax"));
    }

    private static void withService(Path jar, Class<?> service, Runnable test) throws IOException {
        withService(jar, service.getName(), test);
    }

    private static void withService(Path jar, String service, Runnable test) throws IOException {
        Services.with(jar, IdempotencyListener.class, service, test);
    }
}
