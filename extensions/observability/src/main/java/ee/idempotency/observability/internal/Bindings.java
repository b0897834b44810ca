// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Makes a listener for each API that this application can use; null for the others, which the engine passes over. The classes
 * that name an optional API are no beans, so that no server looks at one whose API is missing.
 */
@ApplicationScoped
public class Bindings {

    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER;

    @Inject
    Instance<Object> beans;

    @Inject
    Event<IdempotencyEvent> observers;

    @Inject
    ObservabilityExtension found;

    @Inject
    ReadinessExtension readiness;

    private Watched watched;
    private JmxMetrics jmx;
    private @Nullable MeteredListener metrics;

    @PostConstruct
    void start() {
        var settings = ObservabilitySettingsGroup.checked();
        watched = new Watched(
                settings,
                Watched.nameOfThisApplication(),
                new OperationNames(() -> beans.select(OperationCatalog.class).get(), settings.operations()));
        jmx = new JmxMetrics(watched);
        found.health()
                .watch(
                        watched.name(),
                        () -> beans.select(IdempotencyEngine.class).get());
    }

    @Produces
    @Dependent
    IdempotencyListener jmx() {
        return jmx;
    }

    /** MicroProfile Metrics or OpenTelemetry, never both: nothing is counted twice. */
    @Produces
    @Dependent
    @Nullable
    IdempotencyListener metrics() {
        if (metrics == null && OptionalApi.MICROPROFILE_METRICS.isVisible()) {
            metrics = MicroProfileMetrics.open(watched, beans).orElse(null);
        }
        if (metrics == null && OptionalApi.OPENTELEMETRY_METRICS.isVisible()) {
            metrics = OpenTelemetryMetrics.open(watched, beans).orElse(null);
        }
        return metrics;
    }

    @Produces
    @Dependent
    @Nullable
    IdempotencyListener spans() {
        return OptionalApi.OPENTELEMETRY_TRACES.isVisible() ? new OpenTelemetrySpans(watched) : null;
    }

    @Produces
    @Dependent
    @Nullable
    IdempotencyListener flightRecorder() {
        return OptionalApi.FLIGHT_RECORDER.isVisible() ? new FlightRecorder(watched) : null;
    }

    @Produces
    @Dependent
    IdempotencyListener events() {
        return new CdiEvents(observers, found);
    }

    @Produces
    @Dependent
    IdempotencyListener health() {
        return found.health();
    }

    /** Last of all that a start does: a deployment that fails must not leave the name taken. */
    void started(@Observes @Priority(LAST) @Initialized(ApplicationScoped.class) Object start) {
        jmx.register();
        if (metrics != null) {
            ObservabilityLog.watchedBy(watched.name(), metrics.toString());
        }
        if (OptionalApi.OPENTELEMETRY_TRACES.isVisible()) {
            ObservabilityLog.watchedBy(watched.name(), "OpenTelemetry spans");
        }
        if (OptionalApi.FLIGHT_RECORDER.isVisible()) {
            ObservabilityLog.watchedBy(watched.name(), "flight recordings");
        }
        if (readiness.isAskedForHealth()) {
            ObservabilityLog.watchedBy(watched.name(), "MicroProfile Health");
        }
    }

    @PreDestroy
    void stop() {
        jmx.close();
        if (metrics != null) {
            metrics.close();
        }
    }
}
