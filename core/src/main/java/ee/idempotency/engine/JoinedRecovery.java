// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;

/** A committed claim. */
record JoinedRecovery(IdempotencyStore store, Binding binding, Ownership ownership, InFlightKeys.Slot slot)
        implements ClaimRecovery {

    @Override
    public void giveBack() {
        store.release(ownership);
    }

    /**
     * The release is conditional on the claim being in progress, and waits for a commit that is still under way. So one
     * that was applied proves that the work's transaction, which settled the claim, is gone.
     */
    @Override
    public boolean isSurelyUndone() {
        return store.release(ownership) == OwnerWrite.APPLIED;
    }

    @Override
    public void settleAlone(Outcome outcome) {
        OwnerWrite written;
        try {
            written = store.settle(ownership, outcome);
        } catch (IdempotencyException unavailable) {
            throw new OutcomeNotStoredException(binding.toString(), unavailable);
        }
        if (written == OwnerWrite.NOT_OWNER) {
            throw new NotOwnerException(binding.toString(), "completing it");
        }
    }

    @Override
    public void wakeOthers() {
        slot.close();
    }
}
