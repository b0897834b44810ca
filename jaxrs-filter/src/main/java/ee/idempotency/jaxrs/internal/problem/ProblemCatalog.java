// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.ClaimRefusedException;
import ee.idempotency.DamagedRecordException;
import ee.idempotency.IdempotencyException;
import ee.idempotency.InternalErrorException;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.OutcomeUnknownException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.SignatureRefusedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.Header;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The one place that says which exception is which problem. */
public final class ProblemCatalog {

    /** The detail of what no client can help. */
    public static final String ASK = "Ask the operator of this service.";

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private static final Map<Class<? extends IdempotencyException>, Function<IdempotencyException, Problem>> PROBLEMS =
            Map.ofEntries(
                    problem(
                            InvalidKeyException.class,
                            e -> new Problem(ProblemType.KEY_INVALID, e.reason().rule() + ".")),
                    problem(
                            KeyReusedException.class,
                            e -> new Problem(
                                    ProblemType.KEY_REUSED,
                                    "This key came before with another request. Send a repeat unchanged, or use a new"
                                            + " key for a new request.")),
                    problem(
                            KeyCollisionException.class,
                            e -> new Problem(
                                    ProblemType.KEY_COLLISION,
                                    "The record of this key belongs to another key. Use a new key.")),
                    problem(
                            OperationInProgressException.class,
                            e -> new Problem(
                                    ProblemType.IN_PROGRESS,
                                    "Another request with this key is being processed. Send this one again later.",
                                    e.retryAfter())),
                    problem(
                            PreviouslyFailedException.class,
                            e -> new Problem(
                                    ProblemType.PREVIOUSLY_FAILED,
                                    "The operation failed before with " + e.code() + ".")),
                    problem(
                            OutcomeUnknownException.class,
                            e -> new Problem(
                                    ProblemType.OUTCOME_UNKNOWN,
                                    "The operation was started, nobody knows how it ended, and it must not run twice."
                                            + " Ask the operator of this service.")),
                    problem(
                            OutcomeNotRetainedException.class,
                            e -> new Problem(
                                    ProblemType.RESPONSE_NOT_RETAINED,
                                    "The operation completed and does not run again. Read the state of the resource"
                                            + " instead.")),
                    problem(
                            NotOwnerException.class,
                            e -> new Problem(
                                    ProblemType.OWNERSHIP_LOST,
                                    "This request took longer than its lease, and another one took over. Send it again"
                                            + " to get the other one's answer.",
                                    SOON)),
                    problem(
                            ClaimRefusedException.class,
                            e -> new Problem(
                                    ProblemType.QUOTA_EXCEEDED,
                                    "Nothing was done: " + e.reason() + ". Send the request again later.",
                                    e.retryAfter(),
                                    e.limit()
                                            .map(limit -> RateLimitFields.of(limit, e.retryAfter()))
                                            .orElse(List.of()))),
                    problem(
                            SignatureRefusedException.class,
                            e -> new Problem(
                                    ProblemType.SIGNATURE_INVALID,
                                    "The request is refused: " + e.reason() + ". Nothing was done.",
                                    null,
                                    List.of(new Header("WWW-Authenticate", "Signature")))),
                    problem(
                            StoreUnavailableException.class,
                            e -> new Problem(
                                    ProblemType.STORE_UNAVAILABLE,
                                    "The operation did not run. Send the request again later.",
                                    LATER)),
                    problem(
                            OutcomeNotStoredException.class,
                            e -> e.getCause() instanceof InternalErrorException
                                    ? new Problem(ProblemType.INTERNAL_ERROR, ASK)
                                    : new Problem(
                                            ProblemType.OUTCOME_NOT_STORED,
                                            "The operation ran, but it is not certain that it is recorded. Send the request"
                                                    + " again later with the same key.",
                                            LATER)),
                    problem(
                            TransactionRolledBackException.class,
                            e -> new Problem(
                                    ProblemType.TRANSACTION_ROLLED_BACK,
                                    "Its transaction was not committed: nothing was done and nothing is recorded. Send"
                                            + " the request again with the same key.")),
                    problem(
                            DamagedRecordException.class,
                            e -> new Problem(
                                    ProblemType.DAMAGED_RECORD,
                                    "The operation completed, but its stored response cannot be trusted and does not"
                                            + " run again. Ask the operator of this service.")));

    private ProblemCatalog() {}

    /** The problem of whatever stopped a request; what is no exception of this library is nobody's mistake but ours. */
    public static Problem ofAny(Throwable cause) {
        return cause instanceof IdempotencyException known ? of(known) : new Problem(ProblemType.INTERNAL_ERROR, ASK);
    }

    /** The problem of an exception; what has none of its own is a mistake of the application or its deployment. */
    public static Problem of(IdempotencyException exception) {
        Function<IdempotencyException, Problem> problem = PROBLEMS.get(exception.getClass());
        if (problem == null) {
            return new Problem(ProblemType.INTERNAL_ERROR, ASK);
        }
        return problem.apply(exception);
    }

    private static <X extends IdempotencyException>
            Map.Entry<Class<? extends IdempotencyException>, Function<IdempotencyException, Problem>> problem(
                    Class<X> type, Function<X, Problem> problem) {
        return Map.entry(type, exception -> problem.apply(type.cast(exception)));
    }
}
