// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.store.ForwardingStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The in-memory store, which a test makes fail before it does a verb. Remembers what was claimed. */
final class FaultyStore extends ForwardingStore {

    final List<ClaimRequest> claims = new CopyOnWriteArrayList<>();
    volatile Runnable beforeClaim = () -> {};
    volatile Runnable beforeComplete = () -> {};

    FaultyStore() {
        super(new InMemoryIdempotencyStore(InstantSource.system(), 1000));
    }

    @Override
    public Claim claim(ClaimRequest request) {
        claims.add(request);
        beforeClaim.run();
        return super.claim(request);
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        beforeComplete.run();
        return super.complete(ownership, outcome);
    }
}
