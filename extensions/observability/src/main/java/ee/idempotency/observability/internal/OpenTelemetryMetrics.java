// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.ObservabilitySettings;
import ee.idempotency.observability.ObservabilitySettings.MetricsChoice;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Measures for OpenTelemetry, where the server has a bean of it. The global one is not asked: whoever asks first decides
 * what it is.
 */
@ApplicationScoped
public class OpenTelemetryMetrics implements IdempotencyListener {

    @Inject
    Instance<OpenTelemetry> telemetries;

    @Inject
    Instance<PreferredMetrics> preferred;

    @Inject
    Watched watched;

    private @Nullable OpenTelemetryMeters meters;
    private @Nullable Recorder recorder;

    @PostConstruct
    void start() {
        MetricsChoice choice = watched.settings().metrics();
        boolean asked = choice == MetricsChoice.OPENTELEMETRY;
        if (!asked && (choice != MetricsChoice.AUTO || preferred.stream().anyMatch(PreferredMetrics::areInUse))) {
            return;
        }
        if (telemetries.isResolvable()) {
            meters = new OpenTelemetryMeters(telemetries.get().getMeter("ee.idempotency"), watched.name());
            recorder = watched.recorder(meters);
            ObservabilityLog.watchedBy(watched.name(), "OpenTelemetry metrics");
        } else if (asked) {
            throw new IllegalStateException(ObservabilitySettings.METRICS
                    + " = opentelemetry: the server has no OpenTelemetry for the application; switch it on");
        }
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (recorder != null) {
            recorder.record(event);
        }
    }

    @PreDestroy
    void stop() {
        if (meters != null) {
            meters.close();
        }
    }
}
