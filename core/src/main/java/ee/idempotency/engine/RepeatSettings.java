// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.TransactionMode;
import ee.idempotency.settings.SettingsReader;
import java.time.Duration;

/**
 * How repeats wait for the first call, and when they are to come again.
 *
 * @param lockWait how long a repeat waits for a call under {@link TransactionMode#ONE_COMMIT}
 * @param maxWaiters how many repeats of a node may wait at once, in whatever way
 * @param maxWaitersPerKey how many of them for one key
 * @param maxDatabaseWaiters how many calls under {@code ONE_COMMIT} may claim in the database at once, each on a connection
 * @param minRetryAfter the shortest time that a repeat is asked to stay away
 * @param maxRetryAfter the longest time
 */
public record RepeatSettings(
        Duration lockWait,
        int maxWaiters,
        int maxWaitersPerKey,
        int maxDatabaseWaiters,
        Duration minRetryAfter,
        Duration maxRetryAfter) {

    /**
     * {@value}: ISO-8601 duration, default PT2S, PT0.1S to PT30S. Longer: more repeats of {@code one-commit} get the
     * response. Shorter: they are refused sooner.
     */
    public static final String LOCK_WAIT = "idempotency.lock-wait";
    /**
     * {@value}: repeats, default 100, 0 to 10000; those that {@code idempotency.wait} lets wait and those that wait for a
     * call under {@code one-commit} together. More: more of the server's threads may wait. Fewer: more are refused.
     */
    public static final String MAX_WAITERS = "idempotency.max-waiters";
    /** {@value}: repeats, default 4, 0 to 10000. More: one key may hold more threads. Fewer: more of its repeats are refused. */
    public static final String MAX_WAITERS_PER_KEY = "idempotency.max-waiters-per-key";
    /**
     * {@value}: calls, default 10, 1 to 10000; keep it below the size of the connection pool. More: calls that wait for a
     * key of another node may take more connections. Fewer: new calls wait for each other sooner.
     */
    public static final String MAX_DATABASE_WAITERS = "idempotency.max-database-waiters";
    /** {@value}: ISO-8601 duration, default PT1S, PT0.1S to PT1M. Longer: fewer requests. Shorter: an outcome is had sooner. */
    public static final String MIN_RETRY_AFTER = "idempotency.retry-after-min";
    /** {@value}: ISO-8601 duration, default PT10S, PT0.1S to PT1H, not below the shortest. Both directions as there. */
    public static final String MAX_RETRY_AFTER = "idempotency.retry-after-max";

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TENTH = Duration.ofMillis(100);

    /** The defaults. */
    public static RepeatSettings defaults() {
        return new RepeatSettings(Duration.ofSeconds(2), 100, 4, 10, SECOND, Duration.ofSeconds(10));
    }

    static RepeatSettings read(SettingsReader reader) {
        RepeatSettings usual = defaults();
        Duration min = reader.duration(MIN_RETRY_AFTER, usual.minRetryAfter, TENTH, Duration.ofMinutes(1));
        Duration max = reader.duration(MAX_RETRY_AFTER, usual.maxRetryAfter, TENTH, Duration.ofHours(1));
        if (max.compareTo(min) < 0) {
            reader.problem(
                    MAX_RETRY_AFTER + " = " + max + ": must not be shorter than " + MIN_RETRY_AFTER + " = " + min);
        }
        return new RepeatSettings(
                reader.duration(LOCK_WAIT, usual.lockWait, TENTH, Duration.ofSeconds(30)),
                reader.integer(MAX_WAITERS, usual.maxWaiters, 0, 10_000),
                reader.integer(MAX_WAITERS_PER_KEY, usual.maxWaitersPerKey, 0, 10_000),
                reader.integer(MAX_DATABASE_WAITERS, usual.maxDatabaseWaiters, 1, 10_000),
                min,
                max);
    }

    /**
     * When a repeat of a call in progress is to come again: after as long as that one has run, so that the answer of a short
     * one is had soon and a long one is asked for seldom; but never after its lease, when a repeat may run itself.
     *
     * @param age how long the call has run, or has been silent
     * @param leaseRemaining what is left of its lease
     */
    Duration retryAfter(Duration age, Duration leaseRemaining) {
        Duration wait = age.compareTo(minRetryAfter) < 0 ? minRetryAfter : age;
        wait = wait.compareTo(maxRetryAfter) > 0 ? maxRetryAfter : wait;
        wait = wait.compareTo(leaseRemaining) > 0 ? leaseRemaining : wait;
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
