// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.OpenTransactionException;
import ee.idempotency.spi.Transactions;

/** The claim commits first, the outcome after the work; the work is in no transaction of ours. */
record IndependentStarter(CommittedClaims claims, Transactions transactions) implements AttemptStarter {

    @Override
    public BeginResult start(PendingCall call) {
        if (transactions.isOpen()) {
            throw new OpenTransactionException(call.subject());
        }
        long before = System.nanoTime();
        return AttemptStarter.answered(call, call.store().claim(call.request()), ownership -> {
            AttemptLease lease = claims.lease(call, ownership, before);
            Attempt attempt = new IndependentAttempt(call, call.claim(ownership, lease), lease, claims.hold(call));
            return new WatchedAttempt(attempt, call.watch(), true);
        });
    }
}
