// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Claim;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Claim, work and outcome commit together. Repeats wait: on this node for the key, without a connection, and across nodes in
 * the database, where no more calls of this node may claim at once than its pool can spare.
 */
final class OneCommitStarter implements AttemptStarter {

    /**
     * For how long dead connections are taken out of a pool, one a try: after a restart of the database it may have given each
     * of its idle ones to nobody else. Twice as long as the store has patience with its own transactions, since each try is one
     * of the transaction manager's (nine dead connections took more than a second on a busy Payara); shorter than the time-out
     * of a statement, so that a database that hangs is tried once.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long BREATH_NANOS = 1_000_000;

    private final Joining joining;
    private final Duration lockWait;
    private final InFlightKeys uncommitted = new InFlightKeys();
    private final Semaphore databaseClaims;

    OneCommitStarter(Joining joining, RepeatSettings repeats) {
        this.joining = joining;
        this.lockWait = repeats.lockWait();
        this.databaseClaims = new Semaphore(repeats.maxDatabaseWaiters());
    }

    @Override
    public BeginResult start(PendingCall call) {
        joining.check(call);
        InFlightKeys.Admission.Granted granted = admit(call);
        long start = System.nanoTime();
        while (true) {
            WorkTransaction transaction = transaction(call, granted.slot());
            boolean goesOn = false; // with its work, or with another try
            try {
                BeginResult begun = begin(call, transaction, granted);
                goesOn = begun instanceof BeginResult.Acquired;
                if (!goesOn) {
                    rollback(transaction);
                }
                return begun;
            } catch (StoreUnavailableException unavailable) {
                rollback(transaction);
                goesOn = unavailable.isConnectionLost()
                        && transaction.endsWithAttempt()
                        && System.nanoTime() - start < PATIENCE.toNanos();
                if (!goesOn) {
                    throw unavailable;
                }
                LockSupport.parkNanos(BREATH_NANOS);
            } catch (RuntimeException | Error failed) {
                rollback(transaction);
                throw failed;
            } finally {
                if (!goesOn && transaction.endsWithAttempt()) {
                    granted.slot().close();
                }
            }
        }
    }

    /** Nothing has been done in it but the claim. */
    private static void rollback(WorkTransaction transaction) {
        if (transaction.endsWithAttempt()) {
            transaction.rollback();
        }
    }

    private InFlightKeys.Admission.Granted admit(PendingCall call) {
        long before = System.nanoTime();
        InFlightKeys.Admission admission = uncommitted.admit(call.request(), lockWait, call.permit());
        call.watch().waitedSince(before);
        if (admission instanceof InFlightKeys.Admission.Granted granted) {
            return granted;
        }
        throw admission instanceof InFlightKeys.Admission.Refused refused
                ? Refusals.of(call, refused.refusal())
                : Refusals.uncommitted(call, ((InFlightKeys.Admission.Busy) admission).age());
    }

    private WorkTransaction transaction(PendingCall call, InFlightKeys.Slot slot) {
        try {
            return joining.transaction(call, wasCommitted -> slot.close());
        } catch (RuntimeException | Error notBegun) {
            slot.close();
            throw notBegun;
        }
    }

    private BeginResult begin(PendingCall call, WorkTransaction transaction, InFlightKeys.Admission.Granted granted) {
        long before = System.nanoTime();
        Claim claim = claim(call, transaction, granted.patience());
        return AttemptStarter.answered(call, claim, ownership -> {
            AttemptLease lease = new AttemptLease(call, ownership, before);
            Attempt attempt = new TransactionalAttempt(
                    call,
                    transaction,
                    new OneCommitRecovery(call, granted.slot(), transaction.endsWithAttempt()),
                    call.claim(ownership, lease),
                    lease);
            return new WatchedAttempt(attempt, call.watch(), transaction.endsWithAttempt());
        });
    }

    private Claim claim(PendingCall call, WorkTransaction transaction, Duration patience) {
        takeTurn(call, patience);
        Optional<Claim> claim;
        try {
            claim = call.store().claimInTransaction(call.request(), atLeastOneMilli(patience));
        } catch (RuntimeException | Error statementFailed) {
            transaction.markForRollback();
            throw statementFailed;
        } finally {
            databaseClaims.release();
        }
        if (claim.isEmpty()) {
            transaction.markForRollback();
            throw Refusals.uncommitted(call, lockWait);
        }
        return claim.get();
    }

    private void takeTurn(PendingCall call, Duration patience) {
        boolean granted = databaseClaims.tryAcquire();
        if (!granted) {
            long before = System.nanoTime();
            try {
                granted = databaseClaims.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException giveUp) {
                Thread.currentThread().interrupt();
            }
            call.watch().waitedSince(before);
        }
        if (!granted) {
            throw new StoreUnavailableException(
                    call.subject() + " did not run: too many calls of this node wait in the database for keys of other"
                            + " nodes (" + RepeatSettings.MAX_DATABASE_WAITERS + ")",
                    null);
        }
    }

    /** Zero would mean no limit to a database. */
    private static Duration atLeastOneMilli(Duration wait) {
        return wait.toMillis() < 1 ? Duration.ofMillis(1) : wait;
    }
}
