// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.ObservabilitySettings;
import ee.idempotency.observability.ObservabilitySettings.MetricsChoice;
import ee.idempotency.spi.IdempotencyEvent;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Measures for MicroProfile Metrics. */
final class MicroProfileMetrics implements ClosableListener {

    private final RegistryMeters meters;
    private final Recorder recorder;

    private MicroProfileMetrics(RegistryMeters meters, Recorder recorder) {
        this.meters = meters;
        this.recorder = recorder;
    }

    /**
     * Empty if the settings want other metrics, or any and the server has no registry.
     *
     * @throws IllegalStateException if the settings want these and there is no registry
     */
    static Optional<ClosableListener> open(Watched watched, Instance<Object> beans) {
        MetricsChoice choice = watched.settings().metrics();
        if (choice != MetricsChoice.AUTO && choice != MetricsChoice.MICROPROFILE) {
            return Optional.empty();
        }
        Instance<MetricRegistry> registries = beans.select(MetricRegistry.class);
        if (registries.isResolvable()) {
            RegistryMeters meters = new RegistryMeters(registries.get(), watched.name());
            return Optional.of(new MicroProfileMetrics(meters, watched.recorder(meters)));
        }
        if (choice == MetricsChoice.MICROPROFILE) {
            throw new IllegalStateException(
                    ObservabilitySettings.METRICS
                            + " = microprofile: the server has no registry for the application; switch MicroProfile Metrics on");
        }
        return Optional.empty();
    }

    @Override
    public void on(IdempotencyEvent event) {
        recorder.record(event);
    }

    @Override
    public void close() {
        meters.remove();
    }

    @Override
    public String toString() {
        return "MicroProfile Metrics";
    }
}
