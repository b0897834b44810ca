// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.TransactionalVerbs;

/** The claim commits first; the outcome commits with the work. */
record JoinedStarter(CommittedClaims claims, Joining joining) implements AttemptStarter {

    @Override
    public BeginResult start(ClaimRequest request, OperationOptions options) {
        TransactionalVerbs verbs = joining.checked(request, options.mode());
        long before = System.nanoTime();
        return AttemptStarter.answered(request, claims.claim(request), ownership -> {
            InFlightKeys.Slot slot = claims.hold(request);
            WorkTransaction transaction = transaction(request, ownership, slot);
            AttemptLease lease = claims.lease(request, ownership, options, before);
            return new TransactionalAttempt(
                    claims.store(),
                    verbs,
                    transaction,
                    new JoinedRecovery(claims.store(), request.binding(), ownership, slot),
                    new ActiveClaim(request.binding(), ownership, lease),
                    lease);
        });
    }

    private WorkTransaction transaction(ClaimRequest request, Ownership ownership, InFlightKeys.Slot slot) {
        try {
            WorkTransaction transaction = joining.transaction();
            if (!transaction.endsWithAttempt()) {
                joining.transactions().onEnd(wasCommitted -> {
                    if (!wasCommitted) {
                        claims.releaseElsewhere(request, ownership);
                    }
                    slot.close();
                });
            }
            return transaction;
        } catch (RuntimeException notBegun) {
            slot.close();
            claims.release(request, ownership);
            throw notBegun;
        }
    }
}
