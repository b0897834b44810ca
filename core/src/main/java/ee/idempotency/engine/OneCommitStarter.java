// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.TransactionalVerbs;
import java.time.Duration;
import java.util.Optional;

/** Claim, work and outcome commit together. Repeats wait: on this node for the key, across nodes in the database. */
final class OneCommitStarter implements AttemptStarter {

    private final Joining joining;
    private final Duration lockWait;
    private final InFlightKeys uncommitted = new InFlightKeys();

    OneCommitStarter(Joining joining, Duration lockWait) {
        this.joining = joining;
        this.lockWait = lockWait;
    }

    @Override
    public BeginResult start(ClaimRequest request, OperationOptions options) {
        TransactionalVerbs verbs = joining.checked(request, options.mode());
        InFlightKeys.Admission admission = uncommitted.admit(request, lockWait);
        if (!(admission instanceof InFlightKeys.Admission.Granted granted)) {
            throw Refusals.of(request.binding(), ((InFlightKeys.Admission.Refused) admission).refusal());
        }
        WorkTransaction transaction = transaction(granted.slot());
        boolean running = false;
        try {
            BeginResult begun = claim(request, options, verbs, transaction, granted);
            running = begun instanceof BeginResult.Acquired;
            return begun;
        } finally {
            if (!running && transaction.endsWithAttempt()) {
                transaction.rollback();
                granted.slot().close();
            }
        }
    }

    private WorkTransaction transaction(InFlightKeys.Slot slot) {
        try {
            WorkTransaction transaction = joining.transaction();
            if (!transaction.endsWithAttempt()) {
                joining.transactions().onEnd(wasCommitted -> slot.close());
            }
            return transaction;
        } catch (RuntimeException notBegun) {
            slot.close();
            throw notBegun;
        }
    }

    private BeginResult claim(
            ClaimRequest request,
            OperationOptions options,
            TransactionalVerbs verbs,
            WorkTransaction transaction,
            InFlightKeys.Admission.Granted granted) {
        long before = System.nanoTime();
        Optional<Claim> claim;
        try {
            claim = verbs.claimInTransaction(request, atLeastOneMilli(granted.patience()));
        } catch (RuntimeException statementFailed) {
            transaction.markForRollback();
            throw statementFailed;
        }
        if (claim.isEmpty()) {
            transaction.markForRollback();
            throw Refusals.of(request.binding(), new Claim.InProgress(lockWait));
        }
        return AttemptStarter.answered(request, claim.get(), ownership -> {
            AttemptLease lease = new AttemptLease(joining.store(), request.binding(), ownership, options, before);
            return new TransactionalAttempt(
                    joining.store(),
                    verbs,
                    transaction,
                    new OneCommitRecovery(joining.store(), request, granted.slot(), transaction.endsWithAttempt()),
                    new ActiveClaim(request.binding(), ownership, lease),
                    lease);
        });
    }

    /** Zero would mean no limit to a database. */
    private static Duration atLeastOneMilli(Duration wait) {
        return wait.toMillis() < 1 ? Duration.ofMillis(1) : wait;
    }
}
