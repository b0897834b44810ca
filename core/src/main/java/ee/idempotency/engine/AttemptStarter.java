// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.OpenTransactionException;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.TransactionalStore;
import ee.idempotency.spi.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** How an attempt starts, mode by mode: where the claim commits, and in which transaction the work runs. */
final class AttemptStarter {

    private final IdempotencyStore store;
    private final Transactions transactions;
    private final EngineEnvironment environment;
    private final InFlightKeys uncommitted = new InFlightKeys();
    private final InFlightKeys committed = new InFlightKeys();
    private final WaitLimiter waitingRoom;

    AttemptStarter(IdempotencyStore store, EngineEnvironment environment) {
        this.store = store;
        this.transactions = environment.transactions();
        this.environment = environment;
        this.waitingRoom = new WaitLimiter(committed, environment.maxWaiters());
    }

    BeginResult start(ClaimRequest request, OperationOptions options) {
        return waitingRoom.begin(request, options.waitUpTo(), () -> startNow(request.withNewOwner(), options));
    }

    private BeginResult startNow(ClaimRequest request, OperationOptions options) {
        return switch (options.mode()) {
            case INDEPENDENT -> independent(request, options);
            case JOINED -> joined(request, options);
            case ONE_COMMIT -> oneCommit(request, options);
        };
    }

    private BeginResult independent(ClaimRequest request, OperationOptions options) {
        if (transactions.isOpen()) {
            throw new OpenTransactionException(request.binding().toString());
        }
        long before = System.nanoTime();
        return begun(request, store.claim(request), ownership -> {
            AttemptLease lease = lease(request, ownership, options, before);
            return new IndependentAttempt(
                    store, new ActiveClaim(request.binding(), ownership, lease), lease, committed.hold(request));
        });
    }

    private BeginResult joined(ClaimRequest request, OperationOptions options) {
        TransactionalStore joinable = joinable(options);
        checkNotMarked(request);
        long before = System.nanoTime();
        return begun(request, store.claim(request), ownership -> {
            InFlightKeys.Slot slot = committed.hold(request);
            ClaimRecovery recovery = new JoinedRecovery(store, request.binding(), ownership, slot);
            WorkTransaction transaction;
            try {
                transaction = workTransaction();
                if (!transaction.endsWithAttempt()) {
                    transactions.onEnd(wasCommitted -> {
                        if (!wasCommitted) {
                            releaseElsewhere(request, ownership);
                        }
                        slot.close();
                    });
                }
            } catch (RuntimeException notBegun) {
                slot.close();
                Releases.release(store, request.binding(), ownership);
                throw notBegun;
            }
            AttemptLease lease = lease(request, ownership, options, before);
            return new TransactionalAttempt(
                    joinable, transaction, recovery, new ActiveClaim(request.binding(), ownership, lease), lease);
        });
    }

    private BeginResult oneCommit(ClaimRequest request, OperationOptions options) {
        TransactionalStore joinable = joinable(options);
        checkNotMarked(request);
        InFlightKeys.Admission admission = uncommitted.admit(request, environment.lockWait());
        if (!(admission instanceof InFlightKeys.Admission.Granted granted)) {
            throw Refusals.of(request.binding(), ((InFlightKeys.Admission.Refused) admission).refusal());
        }
        WorkTransaction transaction;
        try {
            transaction = workTransaction();
            if (!transaction.endsWithAttempt()) {
                transactions.onEnd(wasCommitted -> granted.slot().close());
            }
        } catch (RuntimeException notBegun) {
            granted.slot().close();
            throw notBegun;
        }
        boolean running = false;
        try {
            BeginResult begun = oneCommit(request, options, joinable, transaction, granted);
            running = begun instanceof BeginResult.Acquired;
            return begun;
        } finally {
            if (!running && transaction.endsWithAttempt()) {
                transaction.rollback();
                granted.slot().close();
            }
        }
    }

    private BeginResult oneCommit(
            ClaimRequest request,
            OperationOptions options,
            TransactionalStore joinable,
            WorkTransaction transaction,
            InFlightKeys.Admission.Granted granted) {
        long before = System.nanoTime();
        Optional<Claim> claim;
        try {
            claim = joinable.claimInTransaction(request, atLeastOneMilli(granted.patience()));
        } catch (RuntimeException statementFailed) {
            transaction.markForRollback();
            throw statementFailed;
        }
        if (claim.isEmpty()) {
            transaction.markForRollback();
            throw Refusals.of(request.binding(), new Claim.InProgress(environment.lockWait()));
        }
        return begun(request, claim.get(), ownership -> {
            ClaimRecovery recovery =
                    new OneCommitRecovery(store, request, granted.slot(), transaction.endsWithAttempt());
            AttemptLease lease = new AttemptLease(store, request.binding(), ownership, options, before);
            return new TransactionalAttempt(
                    joinable, transaction, recovery, new ActiveClaim(request.binding(), ownership, lease), lease);
        });
    }

    /** Makes the attempt of a claim that was acquired. */
    private interface AttemptMaker {

        Attempt make(Ownership ownership);
    }

    private static BeginResult begun(ClaimRequest request, Claim claim, AttemptMaker maker) {
        if (claim instanceof Claim.Acquired acquired) {
            return new BeginResult.Acquired(maker.make(acquired.ownership()));
        }
        if (claim instanceof Claim.Completed completed) {
            return new BeginResult.Replay(completed.outcome());
        }
        throw Refusals.of(request.binding(), claim);
    }

    private WorkTransaction workTransaction() {
        if (transactions.isOpen()) {
            return new WorkTransaction.Callers(transactions);
        }
        return WorkTransaction.Own.begin(transactions);
    }

    private AttemptLease lease(ClaimRequest request, Ownership ownership, OperationOptions options, long before) {
        AttemptLease lease = new AttemptLease(store, request.binding(), ownership, options, before);
        ScheduledExecutorService scheduler = environment.scheduler();
        if (options.heartbeat() && scheduler != null) {
            lease.startHeartbeat(scheduler);
        }
        return lease;
    }

    private void releaseElsewhere(ClaimRequest request, Ownership ownership) {
        ScheduledExecutorService scheduler = environment.scheduler();
        if (scheduler != null) {
            scheduler.execute(() -> Releases.release(store, request.binding(), ownership));
        }
    }

    private void checkNotMarked(ClaimRequest request) {
        if (transactions.isOpen() && transactions.isMarkedForRollback()) {
            throw new TransactionRolledBackException(request.binding().toString(), null);
        }
    }

    private TransactionalStore joinable(OperationOptions options) {
        if (store instanceof TransactionalStore joinable) {
            return joinable;
        }
        throw new IllegalStateException("The mode " + options.mode() + " needs a store that takes part in transactions,"
                + " such as idempotency-persistence; use INDEPENDENT with this one");
    }

    /** Zero would mean no limit to a database. */
    private static Duration atLeastOneMilli(Duration wait) {
        return wait.toMillis() < 1 ? Duration.ofMillis(1) : wait;
    }
}
