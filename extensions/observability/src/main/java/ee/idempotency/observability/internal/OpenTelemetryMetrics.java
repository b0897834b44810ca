// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.ObservabilitySettings;
import ee.idempotency.observability.ObservabilitySettings.MetricsChoice;
import ee.idempotency.spi.IdempotencyEvent;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/**
 * Measures for OpenTelemetry, where the server has a bean of it. The global one is not asked: the first to ask decides what
 * it is.
 */
final class OpenTelemetryMetrics implements ClosableListener {

    private final OpenTelemetryMeters meters;
    private final Recorder recorder;

    private OpenTelemetryMetrics(OpenTelemetryMeters meters, Recorder recorder) {
        this.meters = meters;
        this.recorder = recorder;
    }

    /**
     * Empty if the settings want other metrics, or any and the server has no OpenTelemetry.
     *
     * @throws IllegalStateException if the settings want these and the server has none
     */
    static Optional<ClosableListener> open(Watched watched, Instance<Object> beans) {
        MetricsChoice choice = watched.settings().metrics();
        if (choice != MetricsChoice.AUTO && choice != MetricsChoice.OPENTELEMETRY) {
            return Optional.empty();
        }
        Instance<OpenTelemetry> telemetries = beans.select(OpenTelemetry.class);
        if (telemetries.isResolvable()) {
            OpenTelemetryMeters meters =
                    new OpenTelemetryMeters(telemetries.get().getMeter("ee.idempotency"), watched.name());
            return Optional.of(new OpenTelemetryMetrics(meters, watched.recorder(meters)));
        }
        if (choice == MetricsChoice.OPENTELEMETRY) {
            throw new IllegalStateException(ObservabilitySettings.METRICS
                    + " = opentelemetry: the server has no OpenTelemetry for the application; switch it on");
        }
        return Optional.empty();
    }

    @Override
    public void on(IdempotencyEvent event) {
        recorder.record(event);
    }

    @Override
    public void close() {
        meters.close();
    }

    @Override
    public String toString() {
        return "OpenTelemetry metrics";
    }
}
