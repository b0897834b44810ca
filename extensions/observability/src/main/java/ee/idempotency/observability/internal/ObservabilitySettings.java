// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Binding;
import java.util.Set;

/**
 * Settings of the observability jar, from MicroProfile Config.
 *
 * @param metrics where metrics go besides JMX
 * @param operations names of operations that no annotation declares and that are to have series of their own
 * @param health whether readiness asks the store
 */
public record ObservabilitySettings(MetricsChoice metrics, Set<String> operations, boolean health) {

    /** Where metrics go besides JMX. */
    public enum MetricsChoice {
        /** To MicroProfile Metrics if the server has it, else to OpenTelemetry, else nowhere. */
        AUTO,
        /** To MicroProfile Metrics; without it the application is not deployed. */
        MICROPROFILE,
        /** To OpenTelemetry; without it the application is not deployed. */
        OPENTELEMETRY,
        /** Nowhere. */
        NONE
    }

    /** {@value}: {@code auto} (default), {@code microprofile}, {@code opentelemetry} or {@code none}. */
    public static final String METRICS = "idempotency.metrics";
    /**
     * {@value}: names, separated by commas, default none. The label {@code operation} has the names that annotations declare,
     * and these; calls of any other go by the name {@code other}, so that a name made at run time can neither flood the
     * monitoring nor put a key into it.
     */
    public static final String OPERATIONS = "idempotency.metrics.operations";
    /** {@value}: {@code true} (default) or {@code false}; off for nodes that are to get requests while the store is away. */
    public static final String HEALTH = "idempotency.health";

    /** Copies the set. */
    public ObservabilitySettings {
        operations = Set.copyOf(operations);
    }

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    public static ObservabilitySettings read(SettingsReader reader) {
        return new ObservabilitySettings(
                reader.choice(METRICS, MetricsChoice.AUTO),
                reader.texts(
                        OPERATIONS,
                        Set.of(),
                        "[^\\p{Cntrl}]{1," + Binding.MAX_OPERATION_LENGTH + "}",
                        "must be names of operations, separated by commas"),
                reader.flag(HEALTH, true));
    }
}
