// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store that passes every verb on to another one: the base of decorators, which override what they change.
 *
 * <p>The capabilities {@link #transactional()}, {@link #records()} and {@link #administrative()} are <em>not</em> passed on: a caller that reached
 * the other store through them would bypass the decorator. A decorator that has them overrides these methods, and maps
 * what the other store has. {@link #settle} ends in {@link #complete} or {@link #fail} of this object, so that overriding
 * those two is enough.
 *
 * <p>As thread-safe as the other store.
 */
public abstract class ForwardingStore implements IdempotencyStore {

    private final IdempotencyStore delegate;

    /** Passes on to {@code delegate}. */
    protected ForwardingStore(IdempotencyStore delegate) {
        this.delegate = delegate;
    }

    /** The other store. */
    protected IdempotencyStore delegate() {
        return delegate;
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return delegate.claim(request);
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return delegate.complete(ownership, outcome);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return delegate.fail(ownership, outcome);
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return delegate.release(ownership);
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return delegate.renew(ownership, lease, retention);
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return delegate.lookup(recordKey);
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return delegate.delete(recordKey);
    }

    @Override
    public int sweep(int limit) {
        return delegate.sweep(limit);
    }

    @Override
    public void reportTo(Consumer<IdempotencyEvent> events) {
        delegate.reportTo(events);
    }
}
