// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.store.ForwardingStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A store in memory that takes part in transactions, the plain way: a key that a transaction has written is locked to its
 * end, and its writes are kept aside until it commits. Good for this kit only.
 */
class LockingStore extends ForwardingStore implements TransactionalVerbs {

    private static final class Transaction {

        private final Deque<Runnable> atCommit = new ArrayDeque<>();
        private final Map<RecordKey, Ownership> claimed = new ConcurrentHashMap<>();
        private final Deque<Semaphore> locks = new ArrayDeque<>();
    }

    private final Map<Thread, Transaction> open = new ConcurrentHashMap<>();
    private final Map<RecordKey, Semaphore> locks = new ConcurrentHashMap<>();
    private final Map<Ownership, Outcome> settled = new ConcurrentHashMap<>();
    private final InstantSource clock;

    LockingStore(IdempotencyStore store, InstantSource clock) {
        super(store);
        this.clock = clock;
    }

    <T> T inTransaction(Callable<T> work) throws Exception {
        Transaction transaction = new Transaction();
        open.put(Thread.currentThread(), transaction);
        try {
            T result = work.call();
            transaction.atCommit.forEach(Runnable::run);
            return result;
        } finally {
            open.remove(Thread.currentThread());
            transaction.locks.forEach(Semaphore::release);
        }
    }

    private Transaction transaction() {
        Transaction transaction = open.get(Thread.currentThread());
        if (transaction == null) {
            throw new IllegalStateException("no transaction");
        }
        return transaction;
    }

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        Transaction transaction = transaction();
        Semaphore lock = locks.computeIfAbsent(request.recordKey(), key -> new Semaphore(1));
        if (!acquire(lock, lockWait)) {
            return Optional.empty();
        }
        Optional<IdempotencyRecord> before = lookup(request.recordKey());
        Claim claim = preview(request, before);
        if (claim instanceof Claim.Acquired acquired) {
            transaction.locks.add(lock);
            transaction.claimed.put(request.recordKey(), acquired.ownership());
            transaction.atCommit.add(() -> super.claim(request));
        } else {
            lock.release();
        }
        return Optional.of(claim);
    }

    /** What a claim would answer, without leaving a trace. */
    private Claim preview(ClaimRequest request, Optional<IdempotencyRecord> before) {
        boolean mayAcquire = before.isEmpty()
                || (before.get().state() == State.IN_PROGRESS
                        && !before.get().leaseUntil().orElseThrow().isAfter(clock.instant()));
        if (!mayAcquire) {
            return super.claim(request);
        }
        int attempt = before.map(IdempotencyRecord::attempt).orElse(0) + 1;
        return new Claim.Acquired(new Ownership(request.recordKey(), request.ownerToken(), attempt, attempt - 1));
    }

    private static boolean acquire(Semaphore lock, Duration lockWait) {
        try {
            return lock.tryAcquire(lockWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
        Transaction transaction = transaction();
        if (!ownership.equals(transaction.claimed.get(ownership.recordKey()))
                && (isPastRetention(ownership.recordKey()) || !owns(ownership))) {
            return OwnerWrite.NOT_OWNER;
        }
        transaction.atCommit.add(() -> {
            if (settle(ownership, outcome) == OwnerWrite.APPLIED) {
                settled.put(ownership, outcome);
            }
        });
        return OwnerWrite.APPLIED;
    }

    boolean isPastRetention(RecordKey recordKey) {
        return lookup(recordKey)
                .map(record -> !record.expiresAt().isAfter(clock.instant()))
                .orElse(true);
    }

    /** The attempt number of a record that was never deleted distinguishes its owners. */
    boolean owns(Ownership ownership) {
        return lookup(ownership.recordKey())
                .filter(record -> record.state() == State.IN_PROGRESS)
                .filter(record -> record.attempt() == ownership.attempt())
                .isPresent();
    }

    @Override
    public boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return outcome.equals(settled.get(ownership));
    }

    @Override
    public Optional<TransactionalVerbs> transactional() {
        return Optional.of(this);
    }
}
