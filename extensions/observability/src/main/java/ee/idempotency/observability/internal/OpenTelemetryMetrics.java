// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.internal.ObservabilitySettings.MetricsChoice;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/**
 * Measures for OpenTelemetry, where the server has a bean of it. The global one is not asked: the first to ask decides what
 * it is.
 */
final class OpenTelemetryMetrics {

    private OpenTelemetryMetrics() {}

    /**
     * Empty if the settings want other metrics, or any and the server has no OpenTelemetry.
     *
     * @throws IllegalStateException if the settings want these and the server has none
     */
    static Optional<MeteredListener> open(Watched watched, Instance<Object> beans) {
        MetricsChoice choice = watched.settings().metrics();
        if (choice != MetricsChoice.AUTO && choice != MetricsChoice.OPENTELEMETRY) {
            return Optional.empty();
        }
        Instance<OpenTelemetry> telemetries = beans.select(OpenTelemetry.class);
        if (telemetries.isResolvable()) {
            Meters meters = new OpenTelemetryMeters(telemetries.get().getMeter("ee.idempotency"), watched.name());
            return Optional.of(new MeteredListener("OpenTelemetry metrics", meters, watched.operations()));
        }
        if (choice == MetricsChoice.OPENTELEMETRY) {
            throw new IllegalStateException(ObservabilitySettings.METRICS
                    + " = opentelemetry: the server has no OpenTelemetry for the application; switch it on");
        }
        return Optional.empty();
    }
}
