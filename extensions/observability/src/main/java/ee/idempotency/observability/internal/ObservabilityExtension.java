// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;

/**
 * Adds a binding for each API that can be loaded. No class that names a missing API is ever looked at, which servers would
 * complain of.
 */
public class ObservabilityExtension implements Extension {

    private boolean observers;
    private boolean asynchronousObservers;

    void add(@Observes BeforeBeanDiscovery discovery) {
        add(discovery, Watched.class);
        add(discovery, JmxMetrics.class);
        add(discovery, CdiEvents.class);
        if (OptionalApi.MICROPROFILE_METRICS.isVisible()) {
            add(discovery, MicroProfileMetrics.class);
        }
        if (OptionalApi.OPENTELEMETRY_METRICS.isVisible()) {
            add(discovery, OpenTelemetryMetrics.class);
        }
        if (OptionalApi.OPENTELEMETRY_TRACES.isVisible()) {
            add(discovery, OpenTelemetrySpans.class);
        }
        if (OptionalApi.FLIGHT_RECORDER.isVisible()) {
            add(discovery, FlightRecorder.class);
        }
        if (OptionalApi.MICROPROFILE_HEALTH.isVisible()
                && ObservabilitySettingsGroup.checked().health()) {
            add(discovery, StoreReadiness.class);
        }
    }

    private static void add(BeforeBeanDiscovery discovery, Class<?> binding) {
        discovery.addAnnotatedType(binding, binding.getName());
    }

    /** Observers of anything that an event can be, but not of everything, as some libraries have them. */
    void see(@Observes ProcessObserverMethod<?, ?> processed) {
        ObserverMethod<?> method = processed.getObserverMethod();
        if (method.getObservedType() instanceof Class<?> type && IdempotencyEvent.class.isAssignableFrom(type)) {
            asynchronousObservers |= method.isAsync();
            observers |= !method.isAsync();
        }
    }

    boolean hasObservers() {
        return observers;
    }

    boolean hasAsynchronousObservers() {
        return asynchronousObservers;
    }
}
