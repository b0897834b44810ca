// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.internal.ObservabilitySettings.MetricsChoice;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Measures for MicroProfile Metrics. */
final class MicroProfileMetrics {

    private MicroProfileMetrics() {}

    /**
     * Empty if the settings want other metrics, or any and the server has no registry.
     *
     * @throws IllegalStateException if the settings want these and there is no registry
     */
    static Optional<MeteredListener> open(Watched watched, Instance<Object> beans) {
        MetricsChoice choice = watched.settings().metrics();
        if (choice != MetricsChoice.AUTO && choice != MetricsChoice.MICROPROFILE) {
            return Optional.empty();
        }
        Instance<MetricRegistry> registries = beans.select(MetricRegistry.class);
        if (registries.isResolvable()) {
            Meters meters = new RegistryMeters(registries.get(), watched.name());
            return Optional.of(new MeteredListener("MicroProfile Metrics", meters, watched.operations()));
        }
        if (choice == MetricsChoice.MICROPROFILE) {
            throw new IllegalStateException(
                    ObservabilitySettings.METRICS
                            + " = microprofile: the server has no registry for the application; switch MicroProfile Metrics on");
        }
        return Optional.empty();
    }
}
