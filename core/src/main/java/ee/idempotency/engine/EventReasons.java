// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.ClaimRefusedException;
import ee.idempotency.DamagedRecordException;
import ee.idempotency.InternalErrorException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OpenTransactionException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.OutcomeUnknownException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.IdempotencyEvent.Loss;
import ee.idempotency.spi.IdempotencyEvent.Reason;
import java.util.Map;

/** What listeners learn of an exception: a word of a short list, never its text. */
final class EventReasons {

    private static final Map<Class<? extends Throwable>, Reason> REFUSALS = Map.ofEntries(
            Map.entry(OperationInProgressException.class, Reason.IN_PROGRESS),
            Map.entry(KeyReusedException.class, Reason.KEY_REUSED),
            Map.entry(PreviouslyFailedException.class, Reason.PREVIOUSLY_FAILED),
            Map.entry(OutcomeUnknownException.class, Reason.OUTCOME_UNKNOWN),
            Map.entry(OutcomeNotRetainedException.class, Reason.NOT_RETAINED),
            Map.entry(KeyCollisionException.class, Reason.KEY_COLLISION),
            Map.entry(DamagedRecordException.class, Reason.DAMAGED_RECORD),
            Map.entry(ClaimRefusedException.class, Reason.GATE),
            Map.entry(StoreUnavailableException.class, Reason.UNAVAILABLE),
            Map.entry(OpenTransactionException.class, Reason.NOT_POSSIBLE_HERE),
            Map.entry(TransactionRolledBackException.class, Reason.NOT_POSSIBLE_HERE));

    private EventReasons() {}

    static Reason ofRefusal(Throwable refusal) {
        return REFUSALS.getOrDefault(refusal.getClass(), Reason.INTERNAL_ERROR);
    }

    static Loss ofLoss(Throwable failure) {
        if (failure instanceof NotOwnerException) {
            return Loss.NOT_OWNER;
        }
        if (failure instanceof TransactionRolledBackException) {
            return Loss.ROLLED_BACK;
        }
        boolean isOutage =
                failure instanceof OutcomeNotStoredException && !(failure.getCause() instanceof InternalErrorException);
        return isOutage ? Loss.UNAVAILABLE : Loss.INTERNAL_ERROR;
    }
}
