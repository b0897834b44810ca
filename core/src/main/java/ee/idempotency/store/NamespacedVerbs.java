// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.TransactionalVerbs;
import java.time.Duration;
import java.util.Optional;

/** What a part of a store does inside a transaction. */
record NamespacedVerbs(Namespace space, TransactionalVerbs verbs) implements TransactionalVerbs {

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        return verbs.claimInTransaction(space.inside(request), lockWait)
                .map(claim -> space.outside(claim, request.recordKey()));
    }

    @Override
    public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
        return verbs.settleInTransaction(space.inside(ownership), outcome);
    }

    @Override
    public boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return verbs.isSettledBy(space.inside(ownership), outcome);
    }
}
