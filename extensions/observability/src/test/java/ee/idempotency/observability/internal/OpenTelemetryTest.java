// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Metrics and span attributes for OpenTelemetry. */
@Requirement("O5")
class OpenTelemetryTest {

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

    /** An OpenTelemetry that a server would provide. */
    @ApplicationScoped
    public static class Telemetry {

        private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
        private final InMemorySpanExporter spans = InMemorySpanExporter.create();
        private final OpenTelemetry all = OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();

        @Produces
        @Singleton
        OpenTelemetry openTelemetry() {
            return all;
        }

        Map<String, MetricData> metrics() {
            return metrics.collectAllMetrics().stream()
                    .collect(Collectors.toMap(MetricData::getName, Function.identity()));
        }

        InMemorySpanExporter spans() {
            return spans;
        }
    }

    @Test
    void metricsGoToTheMeter() {
        try (Deployed application = Deployed.with(Telemetry.class)) {
            application.call("pay", 1);
            application.call("pay", 1);
            application.call("pay", 2);

            Map<String, MetricData> metrics = application.get(Telemetry.class).metrics();
            assertThat(metrics.get("idempotency.calls").getLongSumData().getPoints().stream()
                            .collect(Collectors.toMap(
                                    point -> point.getAttributes().get(OUTCOME), LongPointData::getValue)))
                    .containsOnly(Map.entry("executed", 2L), Map.entry("replayed", 1L));
            assertThat(metrics.get("idempotency.start").getUnit()).isEqualTo("s");
            assertThat(metrics.get("idempotency.hot.tier.out")
                            .getLongGaugeData()
                            .getPoints())
                    .extracting(LongPointData::getValue)
                    .containsExactly(0L);
            assertThat(metrics.values())
                    .allSatisfy(metric -> assertThat(metric.getData().getPoints())
                            .allSatisfy(
                                    point -> assertThat(point.getAttributes().get(AttributeKey.stringKey("app")))
                                            .isEqualTo("unnamed")));
            assertThat(Arrays.stream(Series.values()).map(Series::dotted)).containsAll(metrics.keySet());
        }
    }

    @Test
    void microProfileMetricsAreNotCountedTwice() {
        try (Deployed application = Deployed.with(Telemetry.class, FakeRegistry.class)) {
            application.call("pay", 1);

            assertThat(application.get(Telemetry.class).metrics()).isEmpty();
            assertThat(application.get(FakeRegistry.class).values()).isNotEmpty();
        }
    }

    @Test
    void askedForItIsUsedBesideARegistry() {
        try (Deployed application =
                new Deployed(Map.of("idempotency.metrics", "opentelemetry"), Telemetry.class, FakeRegistry.class)) {
            application.call("pay", 1);

            assertThat(application.get(Telemetry.class).metrics()).isNotEmpty();
            assertThat(application.get(FakeRegistry.class).values()).isEmpty();
        }
    }

    @Test
    void theOpenSpanSaysHowTheCallEnded() {
        try (Deployed application = Deployed.with(Telemetry.class)) {
            Span span = application
                    .get(OpenTelemetry.class)
                    .getTracer("test")
                    .spanBuilder("POST /payments")
                    .startSpan();
            Context.current()
                    .with(span)
                    .wrap((Runnable) () -> application.call("pay", "4111-1111"))
                    .run();
            span.end();

            SpanData ended = application
                    .get(Telemetry.class)
                    .spans()
                    .getFinishedSpanItems()
                    .get(0);
            Map<String, Object> attributes = ended.getAttributes().asMap().entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
            assertThat(attributes)
                    .containsEntry("idempotency.operation", "pay")
                    .containsEntry("idempotency.outcome", "executed")
                    .containsEntry("idempotency.reason", "none")
                    .containsEntry("idempotency.mode", "independent")
                    .containsEntry("idempotency.attempt", 1L)
                    .containsKey("idempotency.record")
                    .hasSize(6);
            assertThat(attributes.toString()).doesNotContain("4111");
        }
    }
}
