// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.ObservabilitySettings;
import ee.idempotency.observability.ObservabilitySettings.MetricsChoice;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/** Measures for MicroProfile Metrics, where the server has a registry. */
@ApplicationScoped
public class MicroProfileMetrics implements IdempotencyListener, PreferredMetrics {

    @Inject
    Instance<MetricRegistry> registries;

    @Inject
    Watched watched;

    private @Nullable RegistryMeters meters;
    private @Nullable Recorder recorder;

    @PostConstruct
    void start() {
        MetricsChoice choice = watched.settings().metrics();
        if (choice != MetricsChoice.AUTO && choice != MetricsChoice.MICROPROFILE) {
            return;
        }
        if (registries.isResolvable()) {
            meters = new RegistryMeters(registries.get(), watched.name());
            recorder = watched.recorder(meters);
            ObservabilityLog.watchedBy(watched.name(), "MicroProfile Metrics");
        } else if (choice == MetricsChoice.MICROPROFILE) {
            throw new IllegalStateException(
                    ObservabilitySettings.METRICS
                            + " = microprofile: the server has no registry for the application; switch MicroProfile Metrics on");
        }
    }

    @Override
    public boolean areInUse() {
        return recorder != null;
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
            meters.remove();
        }
    }
}
