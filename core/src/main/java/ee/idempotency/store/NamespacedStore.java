// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalVerbs;
import java.time.Duration;
import java.util.Optional;

/**
 * A part of a store: its record keys are hashed once more, with the namespace. Outside they look as they always do. The
 * sweep is the whole store's: what has expired has done so for every part.
 */
final class NamespacedStore extends ForwardingStore {

    private final Namespace space;
    private final Optional<TransactionalVerbs> transactional;
    private final Optional<RecordBrowser> records;

    NamespacedStore(Namespace space, IdempotencyStore store) {
        super(store);
        this.space = space;
        this.transactional = store.transactional().map(verbs -> new NamespacedVerbs(space, verbs));
        this.records = store.records().map(browser -> new NamespacedRecords(space, browser));
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return space.outside(super.claim(space.inside(request)), request.recordKey());
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return super.complete(space.inside(ownership), outcome);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return super.fail(space.inside(ownership), outcome);
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return super.release(space.inside(ownership));
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return super.renew(space.inside(ownership), lease, retention);
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return super.lookup(space.inside(recordKey))
                .map(record -> new IdempotencyRecord(
                        recordKey,
                        record.binding(),
                        record.fingerprint(),
                        record.state(),
                        record.attempt(),
                        record.version(),
                        record.leaseUntil(),
                        record.onLeaseLost(),
                        record.createdAt(),
                        record.expiresAt(),
                        record.outcome()));
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return super.delete(space.inside(recordKey));
    }

    @Override
    public Optional<TransactionalVerbs> transactional() {
        return transactional;
    }

    @Override
    public Optional<RecordBrowser> records() {
        return records;
    }

    @Override
    public Optional<AdministrativeVerbs> administrative() {
        return delegate().administrative().map(verbs -> new NamespacedAdministration(space, verbs));
    }
}
