// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Ownership;

/** The claim commits first; the outcome commits with the work. */
record JoinedStarter(CommittedClaims claims, Joining joining) implements AttemptStarter {

    @Override
    public BeginResult start(PendingCall call) {
        joining.check(call);
        long before = System.nanoTime();
        return AttemptStarter.answered(call, call.store().claim(call.request()), ownership -> {
            AttemptLease lease = claims.lease(call, ownership, before);
            InFlightKeys.Slot slot = claims.hold(call);
            WorkTransaction transaction = transaction(call, ownership, lease, slot);
            Attempt attempt = new TransactionalAttempt(
                    call, transaction, new JoinedRecovery(call, ownership, slot), call.claim(ownership, lease), lease);
            return new WatchedAttempt(attempt, call.watch(), transaction.endsWithAttempt());
        });
    }

    private WorkTransaction transaction(
            PendingCall call, Ownership ownership, AttemptLease lease, InFlightKeys.Slot slot) {
        try {
            return joining.transaction(call, wasCommitted -> {
                slot.close();
                if (!wasCommitted) {
                    claims.releaseElsewhere(call, ownership);
                }
            });
        } catch (RuntimeException | Error notBegun) {
            lease.end();
            slot.close();
            Releases.release(call, ownership);
            throw notBegun;
        }
    }
}
