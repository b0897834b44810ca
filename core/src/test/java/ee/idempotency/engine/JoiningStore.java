// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.store.ForwardingStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a store take part in {@link FakeTransactions}: a fresh claim is removed by a rollback, and an outcome is written by
 * the commit.
 */
final class JoiningStore extends ForwardingStore implements TransactionalVerbs {

    private final FakeTransactions transactions;
    final AtomicInteger claims = new AtomicInteger();
    final AtomicInteger allClaims = new AtomicInteger();
    boolean lockWaitIsOver;

    /** What the last claim in a transaction was to wait at most. */
    volatile @Nullable Duration lockWait;

    /** What happens in the database before a claim there is decided. */
    Runnable beforeClaim = () -> {};

    @Nullable
    RuntimeException settleFault;

    @Nullable
    Error settleError;

    JoiningStore(IdempotencyStore store, FakeTransactions transactions) {
        super(store);
        this.transactions = transactions;
    }

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration atMost) {
        requireOpen();
        lockWait = atMost;
        beforeClaim.run();
        if (lockWaitIsOver) {
            return Optional.empty();
        }
        claims.incrementAndGet();
        allClaims.incrementAndGet();
        Claim claim = super.claim(request);
        if (claim instanceof Claim.Acquired acquired) {
            transactions.onEnd(committed -> {
                if (!committed) {
                    super.release(acquired.ownership());
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
        if (settleError != null) {
            throw settleError;
        }
        Optional<IdempotencyRecord> found = super.lookup(ownership.recordKey());
        if (found.isEmpty()
                || found.get().state() != State.IN_PROGRESS
                || found.get().attempt() != ownership.attempt()) {
            return OwnerWrite.NOT_OWNER;
        }
        transactions.onEnd(committed -> {
            if (committed) {
                super.settle(ownership, outcome);
            }
        });
        return OwnerWrite.APPLIED;
    }

    @Override
    public boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return super.lookup(ownership.recordKey())
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
        return super.claim(request);
    }

    @Override
    public Optional<TransactionalVerbs> transactional() {
        return Optional.of(this);
    }
}
