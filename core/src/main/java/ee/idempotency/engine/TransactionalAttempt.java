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
        settle(outcome, () -> {
            throw new TransactionRolledBackException(subject(), null);
        });
    }

    @Override
    public void reject(Outcome outcome) {
        settle(outcome, () -> recovery.settleAlone(outcome));
    }

    @Override
    public void markForRollback() {
        transaction.markForRollback();
    }

    @Override
    public void release() {
        if (transaction.isGone()) {
            reportGone();
            withoutTransaction().release();
            return;
        }
        lease.end();
        undo();
    }

    /** The work has committed or rolled back by itself; all that is left is to settle the claim. */
    private Attempt withoutTransaction() {
        return new IndependentAttempt(call, claim, lease, this::leave);
    }

    /** Settles with the work, or, if its transaction is marked for rollback, does {@code otherwise} after that. */
    private void settle(Outcome outcome, Runnable otherwise) {
        if (transaction.isGone()) {
            reportGone();
            withoutTransaction().reject(outcome);
            return;
        }
        lease.end();
        if (lease.isKnownLost()) {
            undo();
            throw notOwner();
        }
        if (!transaction.isMarkedForRollback()) {
            settleWithWork(outcome);
            return;
        }
        transaction.rollback();
        try {
            otherwise.run();
        } catch (TransactionRolledBackException nothingStored) {
            giveBack();
            throw nothingStored;
        } finally {
            leave();
        }
    }

    /** Stores the outcome in the work's transaction and commits that. */
    private void settleWithWork(Outcome outcome) {
        OwnerWrite written;
        try {
            written = call.store().settleInTransaction(claim.ownership(), outcome);
        } catch (RuntimeException unavailable) { // whatever a store throws: nobody may be told that the operation ran
            undo();
            throw new OutcomeNotStoredException(subject(), unavailable);
        }
        if (written == OwnerWrite.NOT_OWNER) {
            undo();
            throw notOwner();
        }
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
        transaction.rollback();
        giveBack();
        leave();
    }

    private void giveBack() {
        if (!transaction.endsWithAttempt()) {
            return; // done when its owner has rolled it back
        }
        try {
            recovery.giveBack();
        } catch (RuntimeException unavailable) { // must not hide why the work was rolled back
            call.watch()
                    .tell(new ReleaseFailed(
                            call.watch().subject(), claim.ownership().attempt(), unavailable));
        }
    }

    private void leave() {
        if (transaction.endsWithAttempt()) {
            recovery.wakeOthers();
        }
    }

    private void reportGone() {
        call.watch()
                .tell(new TransactionGone(
                        call.watch().subject(), claim.ownership().attempt()));
    }

    private void judged(Verdict verdict, Throwable cause) {
        call.watch()
                .tell(new CommitJudged(call.watch().subject(), claim.ownership().attempt(), verdict, cause));
    }

    private IdempotencyException notOwner() {
        return new NotOwnerException(subject(), "completing it");
    }

    private String subject() {
        return call.subject();
    }
}
