// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.TransactionalStore;
import java.time.Duration;
import java.util.Optional;

/** A part of a store that takes part in transactions. */
final class JoinableNamespacedStore extends NamespacedStore implements TransactionalStore {

    private final TransactionalStore store;

    JoinableNamespacedStore(String namespace, TransactionalStore store) {
        super(namespace, store);
        this.store = store;
    }

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        return store.claimInTransaction(inside(request), lockWait).map(claim -> outside(claim, request.recordKey()));
    }

    @Override
    public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
        return store.settleInTransaction(inside(ownership), outcome);
    }

    @Override
    public boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return store.isSettledBy(inside(ownership), outcome);
    }
}
