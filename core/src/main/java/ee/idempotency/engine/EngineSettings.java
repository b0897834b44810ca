// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.Retained;
import ee.idempotency.TransactionMode;
import ee.idempotency.settings.OperationSettings;
import ee.idempotency.settings.SettingsReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settings of every operation, wherever it is called from.
 *
 * @param defaults for operations that do not say otherwise
 * @param repeats how repeats wait, and when they are to come again
 * @param maxResultSize the largest method result that is kept, in bytes; a larger one is returned to its first caller
 *     and reported to repeats as not retained
 * @param resultCheck whether a method's result is proven to come back as it was returned, when it is stored
 * @param keepsFailureMessages whether the message of a failure is stored with it
 * @param retained how much is kept of the outcomes of an operation, by {@link OperationSettings#retained}; empty where its
 *     annotation or the default says so; thread-safe
 */
public record EngineSettings(
        OperationOptions defaults,
        RepeatSettings repeats,
        int maxResultSize,
        ResultCheck resultCheck,
        boolean keepsFailureMessages,
        Function<String, Optional<Retained>> retained) {

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
     * {@value}: ISO-8601 duration, default PT0S (repeats are refused at once), up to PT30S. Longer: more repeats get the
     * answer instead of a refusal. Shorter: threads are free sooner.
     */
    public static final String WAIT = "idempotency.wait";
    /** {@value}: bytes, default 1048576, 1024 to 16777216. */
    public static final String MAX_RESULT_SIZE = "idempotency.max-result-size";

    /**
     * {@value}: {@code always} (default) or {@code off}. Always: a method's result is decoded, compared with the one
     * returned and encoded again before it is stored; one that differs is returned to its first caller, logged (IDEM-0103)
     * and reported to repeats as not retained. Costs one decoding and one encoding a first call. Off: a repeat of such a
     * method gets a changed result, or an error.
     */
    public static final String RESULT_CHECK = "idempotency.result-check";

    /**
     * {@value}: {@code true} or {@code false} (default). On: the message of an exception that is stored as an outcome is kept
     * with its class, for {@link ee.idempotency.PreviouslyFailedException#failureMessage}; it may hold what the application
     * puts into its messages. Off: the class alone. Neither problems nor log lines show the message.
     */
    public static final String KEEP_FAILURE_MESSAGE = "idempotency.keep-failure-message";

    /**
     * {@value}: {@code whole} (default), {@code pointer} or {@code digest}; see {@link Retained}. Whole: repeats get the
     * answer. The others: no store holds it, and repeats get 409 {@code response-not-retained}.
     */
    public static final String RETAINED = "idempotency.retained";

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
                        List.of(),
                        reader.choice(RETAINED, Retained.WHOLE)),
                RepeatSettings.read(reader),
                reader.integer(MAX_RESULT_SIZE, MEBIBYTE, 1024, 16 * MEBIBYTE),
                reader.choice(RESULT_CHECK, ResultCheck.ALWAYS),
                reader.flag(KEEP_FAILURE_MESSAGE, false),
                operation -> OperationSettings.retained(operation, reader));
    }

    /** How an operation is protected, given its name and what its annotation says, if it has one. */
    public OperationOptions options(String operation, Optional<IdempotentOperation> annotation) {
        OperationOptions annotated = annotation.map(defaults::with).orElse(defaults);
        return retained.apply(operation).map(annotated::withRetained).orElse(annotated);
    }
}
