// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

/** An API that a server may or may not show to applications; known by one of its classes. */
enum OptionalApi {
    /** The registry of MicroProfile Metrics. */
    MICROPROFILE_METRICS("org.eclipse.microprofile.metrics.MetricRegistry"),
    /** Readiness of MicroProfile Health. */
    MICROPROFILE_HEALTH("org.eclipse.microprofile.health.Readiness"),
    /** Meters of OpenTelemetry; some servers show its spans only. */
    OPENTELEMETRY_METRICS("io.opentelemetry.api.metrics.Meter"),
    /** Spans of OpenTelemetry. */
    OPENTELEMETRY_TRACES("io.opentelemetry.api.trace.Span"),
    /** Flight recordings of the JDK, a module that a run-time image may leave out and a server may hide. */
    FLIGHT_RECORDER("jdk.jfr.Event");

    private final String className;

    OptionalApi(String className) {
        this.className = className;
    }

    /** Whether this jar, as it is deployed, can use it. */
    boolean isVisible() {
        try {
            Class.forName(className, false, OptionalApi.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError hidden) {
            return false;
        }
    }
}
