// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a store take part in {@link FakeTransactions}: a fresh claim is removed by a rollback, and an outcome is written by
 * the commit.
 */
final class JoiningStore implements TransactionalStore {

    private final IdempotencyStore store;
    private final FakeTransactions transactions;
    final AtomicInteger claims = new AtomicInteger();
    final AtomicInteger allClaims = new AtomicInteger();
    boolean lockWaitIsOver;

    @Nullable
    RuntimeException settleFault;

    JoiningStore(IdempotencyStore store, FakeTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        requireOpen();
        if (lockWaitIsOver) {
            return Optional.empty();
        }
        claims.incrementAndGet();
        allClaims.incrementAndGet();
        Claim claim = store.claim(request);
        if (claim instanceof Claim.Acquired acquired) {
            transactions.onEnd(committed -> {
                if (!committed) {
                    store.release(acquired.ownership());
                }
            });
        }
        return Optional.of(claim);
    }

    @Override
    public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
        requireOpen();
        if (settleFault != null) {
            throw settleFault;
        }
        Optional<IdempotencyRecord> found = store.lookup(ownership.recordKey());
        if (found.isEmpty()
                || found.get().state() != IdempotencyRecord.State.IN_PROGRESS
                || found.get().attempt() != ownership.attempt()) {
            return OwnerWrite.NOT_OWNER;
        }
        transactions.onEnd(committed -> {
            if (committed) {
                store.settle(ownership, outcome);
            }
        });
        return OwnerWrite.APPLIED;
    }

    @Override
    public boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return store.lookup(ownership.recordKey())
                .flatMap(IdempotencyRecord::outcome)
                .filter(outcome::equals)
                .isPresent();
    }

    private void requireOpen() {
        if (!transactions.isOpen()) {
            throw new IllegalStateException("no transaction");
        }
    }

    @Override
    public Claim claim(ClaimRequest request) {
        allClaims.incrementAndGet();
        return store.claim(request);
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
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
