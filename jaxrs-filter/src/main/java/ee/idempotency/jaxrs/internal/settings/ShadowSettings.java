// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.settings.OperationSettings;
import ee.idempotency.settings.SettingsReader;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Settings of shadow mode.
 *
 * @param on whether operations are watched instead of protected, unless their own setting says otherwise
 * @param sample the fraction of keys that are watched, and of requests without one
 * @param timeout the longest that a request waits for the store, when it comes in and again when it is answered
 * @param operations the names of operations that are in shadow mode, by {@link OperationSettings#shadow} or else {@code on}
 */
public record ShadowSettings(boolean on, double sample, Duration timeout, Predicate<String> operations) {

    /**
     * {@value}: {@code true} or {@code false} (default). On: operations run unprotected, and what they would have answered is
     * reported. Off: they are protected.
     */
    public static final String SHADOW = "idempotency.http.shadow";

    /**
     * {@value}: a number from 0 to 1, default 1. More: seldom mistakes are seen sooner. Less: fewer calls of the store. All
     * requests of a key are watched, or none.
     */
    public static final String SAMPLE = "idempotency.http.shadow.sample";

    /**
     * {@value}: ISO-8601 duration, default PT0.2S, PT0.001S to PT30S. Longer: requests are watched while the store is slow.
     * Shorter: a store that hangs delays them less.
     */
    public static final String TIMEOUT = "idempotency.http.shadow.timeout";

    static ShadowSettings read(SettingsReader reader) {
        boolean on = reader.flag(SHADOW, false);
        return new ShadowSettings(
                on,
                reader.fraction(SAMPLE, 1),
                reader.duration(TIMEOUT, Duration.ofMillis(200), Duration.ofMillis(1), Duration.ofSeconds(30)),
                operation -> reader.flag(OperationSettings.shadow(operation), on));
    }
}
