// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.OpenTransactionException;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Transactions;

/** The claim commits first, the outcome after the work; the work is in no transaction of ours. */
record IndependentStarter(CommittedClaims claims, Transactions transactions) implements AttemptStarter {

    @Override
    public BeginResult start(ClaimRequest request, OperationOptions options) {
        if (transactions.isOpen()) {
            throw new OpenTransactionException(request.binding().toString());
        }
        long before = System.nanoTime();
        return AttemptStarter.answered(request, claims.claim(request), ownership -> {
            AttemptLease lease = claims.lease(request, ownership, options, before);
            return new IndependentAttempt(
                    claims.store(), new ActiveClaim(request.binding(), ownership, lease), lease, claims.hold(request));
        });
    }
}
