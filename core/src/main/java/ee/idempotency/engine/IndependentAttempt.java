// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.NotOwnerException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;

/**
 * An attempt that shares no transaction with its work. If its outcome cannot be stored the claim stays: the operation may
 * have had its effect, and what was sent to the store may have arrived.
 */
final class IndependentAttempt implements Attempt {

    private final PendingCall call;
    private final ActiveClaim claim;
    private final AttemptLease lease;
    private final InFlightKeys.Slot slot;

    IndependentAttempt(PendingCall call, ActiveClaim claim, AttemptLease lease, InFlightKeys.Slot slot) {
        this.call = call;
        this.claim = claim;
        this.lease = lease;
        this.slot = slot;
    }

    @Override
    public ActiveClaim claim() {
        return claim;
    }

    @Override
    public void complete(Outcome.Completed outcome) {
        settle(outcome);
    }

    @Override
    public void reject(Outcome outcome) {
        settle(outcome);
    }

    private void settle(Outcome outcome) {
        lease.end();
        OwnerWrite written;
        try {
            written = lease.isKnownLost() ? OwnerWrite.NOT_OWNER : write(outcome);
        } finally {
            slot.close();
        }
        if (written == OwnerWrite.NOT_OWNER) {
            throw new NotOwnerException(call.subject(), "completing it");
        }
    }

    private OwnerWrite write(Outcome outcome) {
        try {
            return call.store().settle(claim.ownership(), call.outcomes().seal(outcome));
        } catch (RuntimeException notStored) { // the operation ran, and nobody may learn that before it is stored
            throw new OutcomeNotStoredException(call.subject(), notStored);
        }
    }

    @Override
    public void markForRollback() {
        // nothing is shared
    }

    @Override
    public void release() {
        lease.end();
        try {
            Releases.release(call, claim.ownership());
        } finally {
            slot.close();
        }
    }
}
