// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.observability.Timing;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

/** What watches an application where every API can be loaded. */
@Requirement("O5")
class BindingsTest {

    private static final String REPLAYED =
            "idempotency_calls_total{operation=\"pay\",mode=\"independent\",outcome=\"replayed\",reason=\"none\"}";

    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    /** A listener of the application's own, which fails at everything. */
    @ApplicationScoped
    public static class Failing implements IdempotencyListener {

        @Override
        public void on(IdempotencyEvent event) {
            throw new IllegalStateException("no");
        }
    }

    private static ObjectName name() throws Exception {
        return new ObjectName("ee.idempotency:type=Engine,application=" + ObjectName.quote("unnamed"));
    }

    private static Object counts(String series) throws Exception {
        TabularData counts = (TabularData) BEANS.getAttribute(name(), "Counts");
        CompositeData row = counts.get(new Object[] {series});
        return row == null ? 0L : row.get("value");
    }

    @Test
    void metricsGoToJmxAndToTheRegistryAlike() throws Exception {
        try (Logged log = new Logged();
                Deployed application = Deployed.with(FakeRegistry.class)) {
            assertThat(application.call("pay", 1)).isEqualTo("paid");
            assertThat(application.call("pay", 1)).isEqualTo("paid");

            assertThat(counts(REPLAYED)).isEqualTo(1L);
            assertThat(application.get(FakeRegistry.class).values())
                    .containsEntry(
                            "idempotency.calls[app=unnamed, mode=independent, operation=pay, outcome=replayed, reason=none]",
                            1L)
                    .containsEntry(
                            "idempotency.calls[app=unnamed, mode=independent, operation=pay, outcome=executed, reason=none]",
                            1L)
                    .containsEntry("idempotency.start[app=unnamed, operation=pay]", 2L)
                    .containsEntry("idempotency.store[app=unnamed, result=answered, verb=claim]", 2L)
                    .containsEntry("idempotency.hot.tier.out[app=unnamed]", 0L)
                    .allSatisfy((series, value) -> assertThat(series).contains("app=unnamed"));
            assertThat(log.bindings())
                    .containsExactlyInAnyOrder(
                            "JMX",
                            "MicroProfile Metrics",
                            "MicroProfile Health",
                            "OpenTelemetry spans",
                            "flight recordings");
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void nothingStaysAfterUndeployment() throws Exception {
        Supplier<Map<String, Long>> registry;
        try (Deployed application = Deployed.with(FakeRegistry.class)) {
            application.call("pay", 1);
            registry = application.get(FakeRegistry.class).later();
            assertThat(BEANS.isRegistered(name())).isTrue();
            assertThat(registry.get()).isNotEmpty();
        }

        assertThat(BEANS.isRegistered(name())).isFalse();
        assertThat(registry.get()).isEmpty();
    }

    @Test
    void timersShowCountSumAndLongest() throws Exception {
        JmxMeters meters = new JmxMeters();
        meters.time(Series.WORK, Labels.of("pay"), 1_000_000_000);
        meters.time(Series.WORK, Labels.of("pay"), 3_000_000_000L);

        Timing timing = meters.getTimings().get("idempotency_work_seconds{operation=\"pay\"}");

        assertThat(timing.getCount()).isEqualTo(2);
        assertThat(timing.getSeconds()).isEqualTo(4);
        assertThat(timing.getLongestSeconds()).isEqualTo(3);
    }

    @Test
    @Requirement("O12")
    void otherListenersStayAndOneThatFailsChangesNoAnswer() throws Exception {
        try (Deployed application = Deployed.with(Failing.class)) {
            assertThat(application.call("pay", 1)).isEqualTo("paid");
            assertThat(application.call("pay", 1)).isEqualTo("paid");

            assertThat(counts(REPLAYED)).isEqualTo(1L);
        }
    }

    @Test
    void applicationOfTheSameNameIsDeployedWithoutJmx() {
        try (Deployed first = Deployed.with();
                Logged log = new Logged();
                Deployed second = Deployed.with()) {
            assertThat(first.call("pay", 1)).isEqualTo("paid");
            assertThat(second.call("pay", 1)).isEqualTo("paid");
            assertThat(log.warnings()).hasSize(1).first().asString().contains("IDEM-0802", "unnamed");
        }
    }

    @Test
    void askedForAndWithoutRegistryStopsTheDeployment() {
        assertThatThrownBy(() -> new Deployed(Map.of("idempotency.metrics", "microprofile")).close())
                .hasStackTraceContaining("idempotency.metrics = microprofile: the server has no registry");
        assertThatThrownBy(() -> new Deployed(Map.of("idempotency.metrics", "opentelemetry")).close())
                .hasStackTraceContaining("idempotency.metrics = opentelemetry: the server has no OpenTelemetry");
    }

    @Test
    void wrongSettingsStopTheDeploymentInOneList() {
        assertThatThrownBy(() ->
                        new Deployed(Map.of("idempotency.metrics", "graphite", "idempotency.health", "maybe")).close())
                .hasStackTraceContaining("idempotency.metrics = graphite: must be one of auto, microprofile")
                .hasStackTraceContaining("idempotency.health = maybe: must be true or false");
    }

    @Test
    void noneMeansJmxAlone() {
        try (Logged log = new Logged();
                Deployed application = new Deployed(
                        Map.of("idempotency.metrics", "none", "idempotency.health", "false"), FakeRegistry.class)) {
            application.call("pay", 1);

            assertThat(application.get(FakeRegistry.class).values()).isEmpty();
            assertThat(log.bindings()).containsExactlyInAnyOrder("JMX", "OpenTelemetry spans", "flight recordings");
        }
    }
}
