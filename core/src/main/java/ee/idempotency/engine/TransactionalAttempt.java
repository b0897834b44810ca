// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.spi.Transactions.CommitFailedException;

/** An attempt whose outcome commits with its work: JOINED and ONE_COMMIT, which differ in their {@link ClaimRecovery}. */
final class TransactionalAttempt implements Attempt {

    private final IdempotencyStore store;
    private final TransactionalVerbs verbs;
    private final WorkTransaction transaction;
    private final ClaimRecovery recovery;
    private final ActiveClaim claim;
    private final AttemptLease lease;

    TransactionalAttempt(
            IdempotencyStore store,
            TransactionalVerbs verbs,
            WorkTransaction transaction,
            ClaimRecovery recovery,
            ActiveClaim claim,
            AttemptLease lease) {
        this.store = store;
        this.verbs = verbs;
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
            EngineLog.transactionEndedByWork(claim.binding());
            withoutTransaction().release();
            return;
        }
        lease.end();
        undo();
    }

    /** The work has committed or rolled back by itself; all that is left is to settle the claim. */
    private Attempt withoutTransaction() {
        return new IndependentAttempt(store, claim, lease, this::leave);
    }

    /** Settles with the work, or, if its transaction is marked for rollback, does {@code otherwise} after that. */
    private void settle(Outcome outcome, Runnable otherwise) {
        if (transaction.isGone()) {
            EngineLog.transactionEndedByWork(claim.binding());
            withoutTransaction().reject(outcome);
            return;
        }
        lease.end();
        if (lease.isLost()) {
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
            written = verbs.settleInTransaction(claim.ownership(), outcome);
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
            if (!surelyUndone && verbs.isSettledBy(claim.ownership(), outcome)) {
                EngineLog.committedAfterAll(claim.binding(), failed);
                return;
            }
        } catch (RuntimeException unavailable) {
            failed.addSuppressed(unavailable);
            throw new OutcomeNotStoredException(subject(), failed);
        }
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
            EngineLog.releaseFailed(claim.binding(), unavailable);
        }
    }

    private void leave() {
        if (transaction.endsWithAttempt()) {
            recovery.wakeOthers();
        }
    }

    private IdempotencyException notOwner() {
        return new NotOwnerException(subject(), "completing it");
    }

    private String subject() {
        return claim.binding().toString();
    }
}
