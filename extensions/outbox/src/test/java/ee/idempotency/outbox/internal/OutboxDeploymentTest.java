// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static ee.idempotency.outbox.internal.Outboxes.ORDER;
import static ee.idempotency.outbox.internal.Outboxes.PLACED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.liquibase.Databases;
import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.EventType;
import ee.idempotency.outbox.Outbox;
import ee.idempotency.outbox.OutboxAdmin;
import ee.idempotency.outbox.OutboxAdmin.State;
import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.spi.RecordDatabase;
import ee.idempotency.tck.Requirement;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The beans of the jar in a container, and what stops their deployment. */
@Requirement("O3")
class OutboxDeploymentTest {

    private static final List<OutboxEvent> SEEN = new ArrayList<>();
    private static TestNode node;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private Config config;
    private Weld weld;

    /** What the library's other jars have. */
    @ApplicationScoped
    static class Library {

        @Produces
        RecordDatabase database() {
            return node.database();
        }

        @Produces
        IdempotencyEngine engine() {
            return node.engine();
        }
    }

    /** One whose engine has threads, wherever it has them from. */
    static class LibraryWithThreads {

        static final CapturingScheduler THREADS = new CapturingScheduler();

        @Produces
        RecordDatabase database() {
            return node.database();
        }

        @Produces
        IdempotencyEngine engine() {
            return node.engineWith(THREADS);
        }
    }

    /** Keeps what it is to run at an interval, and runs nothing. */
    static final class CapturingScheduler extends ScheduledThreadPoolExecutor {

        private @Nullable Runnable command;

        CapturingScheduler() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
            command = task;
            return schedule(() -> {}, 1, TimeUnit.DAYS);
        }
    }

    static class OnPlaced {
        void on(@Observes @EventType(PLACED) OutboxEvent event) {
            SEEN.add(event);
        }
    }

    static class OnPaid {
        void on(@Observes @EventType("OrderPaid") OutboxEvent event) {
            SEEN.add(event);
        }
    }

    @Named("kafka")
    @ApplicationScoped
    static class Kafka implements EventSender {
        @Override
        public void send(OutboxEvent event) {
            SEEN.add(event);
        }
    }

    @BeforeEach
    void start() {
        SEEN.clear();
        node = new Outboxes(Databases.named("h2")).node();
    }

    @AfterEach
    void stop() {
        if (weld != null) {
            weld.shutdown();
        }
        ConfigProviderResolver.instance().releaseConfig(config);
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void observersGetTheEventsOfTheirType() {
        WeldContainer container = deploy(Map.of(OutboxSettings.SENDER, "cdi"), OnPlaced.class, OnPaid.class);
        UUID id = publish(container, PLACED);

        assertThat(relay(container)).isEqualTo(1);
        assertThat(SEEN.stream().map(OutboxEvent::id)).containsExactly(id);
    }

    @Test
    void anEventThatNobodyObservesHasNotArrived() {
        WeldContainer container = deploy(Map.of(OutboxSettings.SENDER, "cdi"), OnPaid.class);
        publish(container, PLACED);

        assertThat(relay(container)).isZero();
        assertThat(container.select(OutboxAdmin.class).get().statistics().events())
                .isEqualTo(Map.of(State.WAITING, 1L));
    }

    @Test
    void aBeanIsChosenByItsName() {
        WeldContainer container = deploy(
                Map.of(
                        OutboxSettings.SENDER,
                        "cdi",
                        OutboxSettings.TYPES,
                        "OrderPaid",
                        "idempotency.outbox.type.OrderPaid.sender",
                        "kafka"),
                OnPlaced.class,
                Kafka.class);
        publish(container, "OrderPaid");

        assertThat(relay(container)).isEqualTo(1);
        assertThat(SEEN).hasSize(1);
    }

    @Test
    void aSenderThatIsNotThereStopsTheDeployment() {
        assertThatThrownBy(() -> deploy(Map.of(OutboxSettings.SENDER, "kafak"), Kafka.class))
                .hasMessageContaining("There is no sender 'kafak': it must be one of cdi, jms, webhook,")
                .hasMessageContaining("such as kafka");
    }

    @Test
    void observersThatAreNotThereStopTheDeployment() {
        assertThatThrownBy(() -> deploy(Map.of(OutboxSettings.SENDER, "cdi")))
                .hasMessageContaining("is cdi, and no method observes OutboxEvent");
    }

    @Test
    void aDatabaseThatIsNotThereStopsTheDeployment() {
        assertThatThrownBy(() -> start(Map.of(OutboxSettings.SENDER, "cdi"), OutboxBeans.class, OnPaid.class))
                .hasMessageContaining("add idempotency-persistence");
    }

    @Test
    void forChangeDataCaptureNothingElseNeedsToBeThere() {
        assertThat(deploy(Map.of(OutboxSettings.RELAY, "none"), RelayRun.class, RelaySchedule.class)
                        .isRunning())
                .isTrue();
    }

    @Test
    void aTableThatIsNotThereStopsTheDeployment() {
        node.call(connection -> connection.createStatement().execute("drop table idempotency_outbox"));

        assertThatThrownBy(() -> deploy(Map.of(OutboxSettings.RELAY, "none"), RelayRun.class, RelaySchedule.class))
                .hasMessageContaining("The table idempotency_outbox is not there");
    }

    /** Neither an EJB container nor a scheduler: events would wait for ever. */
    @Test
    void aServerThatCannotRunTheRelayStopsTheDeployment() {
        assertThatThrownBy(() -> deploy(
                        Map.of(OutboxSettings.SENDER, "cdi"), OnPlaced.class, RelayRun.class, RelaySchedule.class))
                .hasMessageContaining(
                        "the server has nothing under 'java:comp/DefaultManagedScheduledExecutorService'");
    }

    @Test
    void theSchedulerOfTheLibraryRunsTheRelay() {
        WeldContainer container = start(
                Map.of(OutboxSettings.SENDER, "cdi"),
                LibraryWithThreads.class,
                OutboxBeans.class,
                OnPlaced.class,
                RelayRun.class,
                RelaySchedule.class);
        UUID id = publish(container, PLACED);

        assertThat(SEEN).isEmpty();
        requireNonNull(LibraryWithThreads.THREADS.command).run();
        assertThat(SEEN.stream().map(OutboxEvent::id)).containsExactly(id);
    }

    private WeldContainer deploy(Map<String, String> settings, Class<?>... more) {
        List<Class<?>> beans = new ArrayList<>(List.of(more));
        beans.add(Library.class);
        beans.add(OutboxBeans.class);
        return start(settings, beans.toArray(new Class<?>[0]));
    }

    private WeldContainer start(Map<String, String> settings, Class<?>... beans) {
        config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        ClassLoader loader = new URLClassLoader(new URL[0], before); // settings are those of a class loader
        Thread.currentThread().setContextClassLoader(loader);
        ConfigProviderResolver.instance().registerConfig(config, loader);
        weld = new Weld()
                .containerId(UUID.randomUUID().toString())
                .disableDiscovery()
                .addExtension(new OutboxExtension())
                .addBeanClasses(beans);
        return weld.initialize();
    }

    private static UUID publish(WeldContainer container, String type) {
        return node.inTransaction(() -> container.select(Outbox.class).get().publish(ORDER, "17", type, "{}"));
    }

    private static int relay(WeldContainer container) {
        return container.select(OutboxBeans.class).get().relay().run();
    }
}
