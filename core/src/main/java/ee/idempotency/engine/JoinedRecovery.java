// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.NotOwnerException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;

/** A committed claim. */
record JoinedRecovery(PendingCall call, Ownership ownership, InFlightKeys.Slot slot) implements ClaimRecovery {

    @Override
    public void giveBack() {
        call.store().release(ownership);
    }

    /**
     * The release is conditional on the claim being in progress, and waits for a commit that is still under way. So one
     * that was applied proves that the work's transaction, which settled the claim, is gone.
     */
    @Override
    public boolean isSurelyUndone() {
        return call.store().release(ownership) == OwnerWrite.APPLIED;
    }

    @Override
    public void settleAlone(Outcome outcome) {
        OwnerWrite written;
        try {
            written = call.store().settle(ownership, outcome);
        } catch (RuntimeException unavailable) {
            throw new OutcomeNotStoredException(call.subject(), unavailable);
        }
        if (written == OwnerWrite.NOT_OWNER) {
            throw new NotOwnerException(call.subject(), "completing it");
        }
        call.watch().settledAlone();
    }

    @Override
    public void wakeOthers() {
        slot.close();
    }
}
