// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.internal.FramedDigest;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A part of a store: its record keys are hashed once more, with the namespace. Outside they look as they always do. */
class NamespacedStore implements IdempotencyStore {

    private final String namespace;
    private final IdempotencyStore store;

    NamespacedStore(String namespace, IdempotencyStore store) {
        this.namespace = namespace;
        this.store = store;
    }

    final RecordKey inside(RecordKey outside) {
        ByteBuffer digest = ByteBuffer.wrap(new FramedDigest("idempotency-namespace/v1")
                .text(namespace)
                .text(outside.value().toString())
                .digest());
        return new RecordKey(new UUID(digest.getLong(), digest.getLong()));
    }

    final ClaimRequest inside(ClaimRequest outside) {
        return new ClaimRequest(
                inside(outside.recordKey()),
                outside.binding(),
                outside.fingerprint(),
                outside.ownerToken(),
                outside.lease(),
                outside.retention(),
                outside.onLeaseLost(),
                outside.alsoAccepted());
    }

    final Ownership inside(Ownership outside) {
        return withKey(outside, inside(outside.recordKey()));
    }

    final Claim outside(Claim claim, RecordKey outside) {
        return claim instanceof Claim.Acquired acquired
                ? new Claim.Acquired(withKey(acquired.ownership(), outside))
                : claim;
    }

    private static Ownership withKey(Ownership ownership, RecordKey recordKey) {
        return new Ownership(recordKey, ownership.ownerToken(), ownership.attempt(), ownership.version());
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return outside(store.claim(inside(request)), request.recordKey());
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return store.complete(inside(ownership), outcome);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return store.fail(inside(ownership), outcome);
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return store.release(inside(ownership));
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return store.renew(inside(ownership), lease, retention);
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return store.lookup(inside(recordKey))
                .map(record -> new IdempotencyRecord(
                        recordKey,
                        record.binding(),
                        record.fingerprint(),
                        record.state(),
                        record.attempt(),
                        record.leaseUntil(),
                        record.onLeaseLost(),
                        record.createdAt(),
                        record.expiresAt(),
                        record.outcome()));
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return store.delete(inside(recordKey));
    }

    /** Sweeps the whole store: what has expired has done so for everybody. */
    @Override
    public int sweep(int limit) {
        return store.sweep(limit);
    }
}
