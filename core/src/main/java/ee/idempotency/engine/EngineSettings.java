// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.OnLeaseLost;
import ee.idempotency.TransactionMode;
import ee.idempotency.settings.SettingsReader;
import java.time.Duration;
import java.util.List;

/**
 * Settings of every operation, wherever it is called from.
 *
 * @param defaults for operations that do not say otherwise
 * @param lockWait how long a repeat waits for a call under {@link TransactionMode#ONE_COMMIT}
 * @param maxWaiters how many repeats of a node may wait at once
 * @param maxResultSize the largest method result that is kept, in bytes; a larger one is returned to its first caller
 *     and reported to repeats as not retained
 * @param resultCheck whether a method's result is proven to come back as it was returned, when it is stored
 */
public record EngineSettings(
        OperationOptions defaults, Duration lockWait, int maxWaiters, int maxResultSize, ResultCheck resultCheck) {

    /** {@value}: ISO-8601 duration, default PT1M. Longer: a crash blocks its key longer. Shorter: slow work is taken over. */
    public static final String LEASE = "idempotency.lease";
    /** {@value}: ISO-8601 duration, default P1D. Longer: later retries are still replayed. Shorter: a smaller table. */
    public static final String RETENTION = "idempotency.retention";
    /** {@value}: {@code take-over} (default) or {@code never-re-execute}. */
    public static final String ON_LEASE_LOST = "idempotency.on-lease-lost";
    /**
     * {@value}: {@code independent}, {@code joined} or {@code one-commit}; see {@link TransactionMode}. Left out: {@code
     * joined} inside an open transaction, such as that of a container-managed EJB method, and {@code independent} elsewhere.
     */
    public static final String MODE = "idempotency.mode";
    /**
     * {@value}: {@code true} or {@code false} (default). On: a lease is renewed three times its length while the operation
     * runs, so that it may be short. Off: the lease must outlast the operation.
     */
    public static final String HEARTBEAT = "idempotency.heartbeat";
    /**
     * {@value}: ISO-8601 duration, default PT2S, PT0.1S to PT30S. Longer: more repeats of {@code one-commit} get the answer.
     * Shorter: they are refused sooner.
     */
    public static final String LOCK_WAIT = "idempotency.lock-wait";
    /**
     * {@value}: ISO-8601 duration, default PT0S (repeats are refused at once), up to PT30S. Longer: more repeats get the
     * answer instead of a refusal. Shorter: threads are free sooner.
     */
    public static final String WAIT = "idempotency.wait";
    /** {@value}: repeats, default 100, 0 to 10000. More: more of the server's threads may wait. Fewer: more are refused. */
    public static final String MAX_WAITERS = "idempotency.max-waiters";
    /** {@value}: bytes, default 1048576, 1024 to 16777216. */
    public static final String MAX_RESULT_SIZE = "idempotency.max-result-size";

    /**
     * {@value}: {@code always} (default) or {@code off}. Always: a method's result is decoded, compared with the one
     * returned and encoded again before it is stored; one that differs is returned to its first caller, logged (IDEM-0103)
     * and reported to repeats as not retained. Costs one decoding and one encoding a first call. Off: a repeat of such a
     * method gets a changed result, or an error.
     */
    public static final String RESULT_CHECK = "idempotency.result-check";

    private static final int MEBIBYTE = 1024 * 1024;

    /** Reads the settings; what is wrong is collected by {@code reader} and replaced by its default. */
    public static EngineSettings read(SettingsReader reader) {
        Duration lease =
                reader.duration(LEASE, Duration.ofMinutes(1), OperationOptions.MIN_LEASE, OperationOptions.MAX_LEASE);
        Duration retention = reader.duration(
                RETENTION, Duration.ofDays(1), OperationOptions.MIN_RETENTION, OperationOptions.MAX_RETENTION);
        if (retention.compareTo(lease) <= 0) {
            reader.problem(RETENTION + " = " + retention + ": must be longer than " + LEASE + " = " + lease);
            lease = OperationOptions.MIN_LEASE;
        }
        OnLeaseLost onLeaseLost = reader.choice(ON_LEASE_LOST, OnLeaseLost.TAKE_OVER);
        return new EngineSettings(
                new OperationOptions(
                        lease,
                        retention,
                        onLeaseLost,
                        reader.choice(MODE, TransactionMode.INDEPENDENT),
                        reader.isSet(MODE),
                        reader.flag(HEARTBEAT, false),
                        reader.duration(WAIT, Duration.ZERO, Duration.ZERO, OperationOptions.MAX_WAIT),
                        List.of()),
                reader.duration(LOCK_WAIT, Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(30)),
                reader.integer(MAX_WAITERS, 100, 0, 10_000),
                reader.integer(MAX_RESULT_SIZE, MEBIBYTE, 1024, 16 * MEBIBYTE),
                reader.choice(RESULT_CHECK, ResultCheck.ALWAYS));
    }
}
