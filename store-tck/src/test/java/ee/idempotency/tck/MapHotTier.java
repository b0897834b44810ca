// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.Fingerprint;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A hot tier in memory that never asks anybody to ask, and does not warm. Good for this kit only. */
class MapHotTier implements HotTier {

    private final IdempotencyStore records;
    private final Map<UUID, Ownership> owners = new ConcurrentHashMap<>();

    MapHotTier(SettableClock clock) {
        records = new InMemoryIdempotencyStore(clock, InMemoryIdempotencyStore.DEFAULT_CAPACITY);
    }

    @Override
    public Reply claim(ClaimRequest request) {
        Claim claim = records.claim(request);
        if (claim instanceof Claim.Acquired acquired) {
            owners.put(request.ownerToken(), acquired.ownership());
            return new Reply.Ask(new Mark(request.recordKey(), request.ownerToken()));
        }
        boolean known =
                claim instanceof Claim.Completed || claim instanceof Claim.Failed || claim instanceof Claim.InProgress;
        return known ? new Reply.Known(claim, claimedWith(request)) : new Reply.Ask(null);
    }

    private Fingerprint claimedWith(ClaimRequest request) {
        return records.lookup(request.recordKey())
                .map(IdempotencyRecord::fingerprint)
                .orElse(request.fingerprint());
    }

    @Override
    public void keep(Mark mark, Outcome outcome) {
        Ownership owner = owners.get(mark.token());
        if (owner != null) {
            records.settle(owner, outcome);
        }
    }

    @Override
    public void warm(Mark mark, Outcome outcome) {
        drop(mark);
    }

    @Override
    public void renew(Mark mark, Duration lease, Duration retention) {
        Ownership owner = owners.get(mark.token());
        if (owner != null) {
            records.renew(owner, lease, retention);
        }
    }

    @Override
    public void drop(Mark mark) {
        Ownership owner = owners.get(mark.token());
        if (owner != null) {
            records.release(owner);
        }
    }

    @Override
    public boolean forget(RecordKey recordKey) {
        records.delete(recordKey);
        return true;
    }

    @Override
    public void sweep(int limit) {
        records.sweep(limit);
    }
}
