// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The in-memory store, which can be told what goes wrong before it does a verb. Remembers what was claimed. */
final class FaultyStore implements IdempotencyStore {

    private final IdempotencyStore store = new InMemoryIdempotencyStore(InstantSource.system(), 1000);
    final List<ClaimRequest> claims = new CopyOnWriteArrayList<>();
    volatile Runnable beforeClaim = () -> {};
    volatile Runnable beforeComplete = () -> {};

    @Override
    public Claim claim(ClaimRequest request) {
        claims.add(request);
        beforeClaim.run();
        return store.claim(request);
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        beforeComplete.run();
        return store.complete(ownership, outcome);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return store.fail(ownership, outcome);
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return store.release(ownership);
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return store.renew(ownership, lease, retention);
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return store.lookup(recordKey);
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return store.delete(recordKey);
    }

    @Override
    public int sweep(int limit) {
        return store.sweep(limit);
    }
}
