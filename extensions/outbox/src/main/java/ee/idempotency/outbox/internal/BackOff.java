// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.settings.SettingsReader;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When an event is tried again: after a pause that doubles from the shortest to the longest, and up to a quarter more, so
 * that events which failed together do not come back together.
 *
 * @param maxTries after how many it is dead
 */
record BackOff(Duration shortest, Duration longest, int maxTries) {

    /** {@value}: ISO-8601 duration, default PT1S, PT0.1S to PT1H: the pause after the first try. */
    static final String SHORTEST = "idempotency.outbox.backoff-min";
    /** {@value}: ISO-8601 duration, default PT10M, PT1S to P1D: the longest pause. */
    static final String LONGEST = "idempotency.outbox.backoff-max";
    /** {@value}: default 20, which is 1 hour and 40 minutes; 1 to 1000: an event that failed as often is dead. */
    static final String MAX_TRIES = "idempotency.outbox.max-tries";

    private static final int MOST_DOUBLINGS = 30;
    private static final double SPREAD = 0.25;

    static BackOff read(SettingsReader reader) {
        Duration shortest =
                reader.duration(SHORTEST, Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofHours(1));
        Duration longest = reader.duration(LONGEST, Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofDays(1));
        if (longest.compareTo(shortest) < 0) {
            reader.problem(
                    LONGEST + " = " + longest + ": must not be shorter than " + SHORTEST + ", which is " + shortest);
        }
        return new BackOff(shortest, longest, reader.integer(MAX_TRIES, 20, 1, 1_000));
    }

    boolean isLast(int tries) {
        return tries >= maxTries;
    }

    /** @param random from 0 to 1 */
    Duration after(int tries, DoubleSupplier random) {
        Duration pause = shortest.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(longest) > 0 ? longest : pause;
        return bounded.plusNanos((long) (bounded.toNanos() * SPREAD * random.getAsDouble()));
    }
}
