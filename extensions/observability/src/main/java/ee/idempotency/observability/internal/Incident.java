// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Claimed;
import ee.idempotency.spi.IdempotencyEvent.CommitJudged;
import ee.idempotency.spi.IdempotencyEvent.LeaseLost;
import ee.idempotency.spi.IdempotencyEvent.ReleaseFailed;
import ee.idempotency.spi.IdempotencyEvent.RenewalEnded;
import ee.idempotency.spi.IdempotencyEvent.ResultNotRetained;
import ee.idempotency.spi.IdempotencyEvent.TransactionGone;
import java.util.Optional;

/** The label {@code kind}: what seldom happens and somebody should look at. */
enum Incident {
    /** A call took over from another attempt, whose lease had run out. */
    TAKEOVER,
    /** An operation that runs has lost its claim to another attempt. */
    LEASE_LOST,
    /** The store did not answer a heartbeat for a whole lease. */
    LEASE_SILENT,
    /** An operation ran for its whole retention. */
    RENEWAL_ENDED,
    /** A commit failed to answer, and had happened. */
    COMMIT_COMMITTED,
    /** A commit failed, and did not happen. */
    COMMIT_ROLLED_BACK,
    /** A commit failed to answer, and nobody knows yet. */
    COMMIT_UNKNOWN,
    /** Something else than the engine ended the transaction of an operation. */
    TRANSACTION_GONE,
    /** A method's result is not kept; its repeats are refused. */
    RESULT_NOT_RETAINED,
    /** A key that was to be given back is not. */
    RELEASE_FAILED;

    /** What an event is. */
    static Optional<Incident> of(IdempotencyEvent event) {
        if (event instanceof Claimed claimed) {
            return claimed.takeover() ? Optional.of(TAKEOVER) : Optional.empty();
        }
        if (event instanceof LeaseLost lost) {
            return Optional.of(lost.certain() ? LEASE_LOST : LEASE_SILENT);
        }
        if (event instanceof RenewalEnded) {
            return Optional.of(RENEWAL_ENDED);
        }
        if (event instanceof CommitJudged judged) {
            return Optional.of(
                    switch (judged.verdict()) {
                        case COMMITTED -> COMMIT_COMMITTED;
                        case ROLLED_BACK -> COMMIT_ROLLED_BACK;
                        case UNKNOWN -> COMMIT_UNKNOWN;
                    });
        }
        if (event instanceof TransactionGone) {
            return Optional.of(TRANSACTION_GONE);
        }
        if (event instanceof ResultNotRetained) {
            return Optional.of(RESULT_NOT_RETAINED);
        }
        return event instanceof ReleaseFailed ? Optional.of(RELEASE_FAILED) : Optional.empty();
    }
}
