// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.NotOwnerException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.IdempotencyEvent.Loss;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;

/**
 * A claim that is part of the work's transaction: rolled back with it, and invisible before its commit.
 *
 * @param isAloneAfterwards whether the claim is gone once the attempt has rolled back; a caller's transaction still
 *     holds it then, and nothing can be stored beside it
 */
record OneCommitRecovery(PendingCall call, InFlightKeys.Slot slot, boolean isAloneAfterwards) implements ClaimRecovery {

    @Override
    public void giveBack() {
        // rolled back with the work
    }

    /**
     * Another claim waits for a commit that is still under way. So one that acquires the key proves that the work's
     * transaction, which held it, is gone.
     */
    @Override
    public boolean isSurelyUndone() {
        if (claim() instanceof Claim.Acquired acquired) {
            Releases.release(call, acquired.ownership());
            return true;
        }
        return false;
    }

    @Override
    public void settleAlone(Outcome outcome) {
        if (!isAloneAfterwards) {
            call.watch().lost(Loss.REJECTION_NOT_KEPT);
            return;
        }
        OwnerWrite written;
        try {
            written = claim() instanceof Claim.Acquired acquired
                    ? call.store().settle(acquired.ownership(), outcome)
                    : OwnerWrite.NOT_OWNER;
        } catch (RuntimeException unavailable) {
            throw new OutcomeNotStoredException(call.subject(), unavailable);
        }
        if (written == OwnerWrite.NOT_OWNER) {
            throw new NotOwnerException(call.subject(), "completing it");
        }
    }

    private Claim claim() {
        return call.store().claim(call.request().withNewOwner());
    }

    @Override
    public void wakeOthers() {
        slot.close();
    }
}
