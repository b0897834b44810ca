// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.IdempotencyEvent.CommitJudged;
import ee.idempotency.spi.IdempotencyEvent.ReleaseFailed;
import ee.idempotency.spi.IdempotencyEvent.TransactionGone;
import ee.idempotency.spi.IdempotencyEvent.Verdict;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Transactions.CommitFailedException;

/** An attempt whose outcome commits with its work: JOINED and ONE_COMMIT, which differ in their {@link ClaimRecovery}. */
final class TransactionalAttempt implements Attempt {

    private final PendingCall call;
    private final WorkTransaction transaction;
    private final ClaimRecovery recovery;
    private final ActiveClaim claim;
    private final AttemptLease lease;

    TransactionalAttempt(
            PendingCall call,
            WorkTransaction transaction,
            ClaimRecovery recovery,
            ActiveClaim claim,
            AttemptLease lease) {
        this.call = call;
        this.transaction = transaction;
        this.recovery = recovery;
        this.claim = claim;
        this.lease = lease;
    }

    @Override
    public ActiveClaim claim() {
        return claim;
    }

    @Override
    public void complete(Outcome.Completed outcome) {
        settle(outcome, false);
    }

    @Override
    public void reject(Outcome outcome) {
        settle(outcome, true);
    }

    @Override
    public void markForRollback() {
        try {
            transaction.markForRollback();
        } catch (RuntimeException | Error notMarked) { // nothing may stay open on the thread
            lease.end();
            undo();
            throw notMarked;
        }
    }

    @Override
    public void release() {
        if (endedByItself()) {
            withoutTransaction().release();
            return;
        }
        lease.end();
        undo();
    }

    /** Whether the work has committed by itself; all that is left is to settle the claim. */
    private boolean endedByItself() {
        boolean rolledBack = transaction.wasRolledBack();
        boolean gone = rolledBack || transaction.isGone();
        if (gone) {
            call.watch()
                    .report(new TransactionGone(
                            call.watch().subject(), claim.ownership().attempt(), rolledBack));
        }
        return gone && !rolledBack;
    }

    private Attempt withoutTransaction() {
        return new IndependentAttempt(call, claim, lease, this::leave);
    }

    /** Settles with the work; if its transaction is to be rolled back, alone where the outcome {@code holdsAlone}. */
    private void settle(Outcome outcome, boolean holdsAlone) {
        if (endedByItself()) {
            withoutTransaction().reject(outcome);
            return;
        }
        lease.end();
        Outcome sealed;
        boolean together;
        try {
            if (lease.isKnownLost()) {
                throw notOwner();
            }
            sealed = call.outcomes().seal(outcome);
            together = !transaction.wasRolledBack() && !transaction.isMarkedForRollback();
            if (together) {
                settleInTransaction(sealed);
            }
        } catch (NotOwnerException notOwner) {
            undo();
            throw notOwner;
        } catch (RuntimeException notStored) { // nobody may learn that the operation ran
            undo();
            throw new OutcomeNotStoredException(subject(), notStored);
        } catch (Error broken) {
            undo();
            throw broken;
        }
        if (together) {
            commit(sealed);
        } else {
            settleAfterRollback(sealed, holdsAlone);
        }
    }

    private void settleInTransaction(Outcome outcome) {
        if (call.store().settleInTransaction(claim.ownership(), outcome) == OwnerWrite.NOT_OWNER) {
            throw notOwner();
        }
    }

    private void settleAfterRollback(Outcome outcome, boolean holdsAlone) {
        try {
            transaction.rollback();
            if (!holdsAlone) {
                giveBack();
                throw new TransactionRolledBackException(subject(), null);
            }
            recovery.settleAlone(outcome);
        } finally {
            leave();
        }
    }

    private void commit(Outcome outcome) {
        try {
            transaction.commit();
        } catch (CommitFailedException failed) {
            judge(failed, outcome);
        } finally {
            leave();
        }
    }

    /** The row decides, not the exception: returns if the commit had happened after all. */
    private void judge(CommitFailedException failed, Outcome outcome) {
        boolean surelyUndone;
        try {
            surelyUndone = recovery.isSurelyUndone();
            if (!surelyUndone && call.store().isSettledBy(claim.ownership(), outcome)) {
                judged(Verdict.COMMITTED, failed);
                return;
            }
        } catch (RuntimeException unavailable) {
            failed.addSuppressed(unavailable);
            judged(Verdict.UNKNOWN, failed);
            throw new OutcomeNotStoredException(subject(), failed);
        }
        judged(surelyUndone ? Verdict.ROLLED_BACK : Verdict.UNKNOWN, failed);
        throw surelyUndone
                ? new TransactionRolledBackException(subject(), failed)
                : new OutcomeNotStoredException(subject(), failed);
    }

    private void undo() {
        try {
            transaction.rollback();
            giveBack();
        } finally {
            leave();
        }
    }

    private void giveBack() {
        if (!transaction.endsWithAttempt()) {
            return; // done when its owner has rolled it back
        }
        try {
            recovery.giveBack();
        } catch (RuntimeException | Error unavailable) { // must not hide why the work was rolled back
            call.watch()
                    .report(new ReleaseFailed(
                            call.watch().subject(), claim.ownership().attempt(), unavailable));
        }
    }

    private void leave() {
        if (transaction.endsWithAttempt()) {
            recovery.wakeOthers();
        }
    }

    private void judged(Verdict verdict, Throwable cause) {
        call.watch()
                .report(new CommitJudged(
                        call.watch().subject(), claim.ownership().attempt(), verdict, cause));
    }

    private IdempotencyException notOwner() {
        return new NotOwnerException(subject(), "completing it");
    }

    private String subject() {
        return call.subject();
    }
}
