// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Claim;
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
    public BeginResult start(PendingCall call) {
        joining.check(call);
        InFlightKeys.Admission.Granted granted = admit(call);
        WorkTransaction transaction = transaction(call, granted.slot());
        boolean running = false;
        try {
            BeginResult begun = claim(call, transaction, granted);
            running = begun instanceof BeginResult.Acquired;
            return begun;
        } finally {
            if (!running && transaction.endsWithAttempt()) {
                transaction.rollback();
                granted.slot().close();
            }
        }
    }

    private InFlightKeys.Admission.Granted admit(PendingCall call) {
        long before = System.nanoTime();
        InFlightKeys.Admission admission = uncommitted.admit(call.request(), lockWait);
        call.watch().waitedSince(before);
        if (admission instanceof InFlightKeys.Admission.Granted granted) {
            return granted;
        }
        throw Refusals.of(call.binding(), ((InFlightKeys.Admission.Refused) admission).refusal());
    }

    private WorkTransaction transaction(PendingCall call, InFlightKeys.Slot slot) {
        try {
            return joining.transaction(call, wasCommitted -> slot.close());
        } catch (RuntimeException notBegun) {
            slot.close();
            throw notBegun;
        }
    }

    private BeginResult claim(PendingCall call, WorkTransaction transaction, InFlightKeys.Admission.Granted granted) {
        long before = System.nanoTime();
        Optional<Claim> claim;
        try {
            claim = call.store().claimInTransaction(call.request(), atLeastOneMilli(granted.patience()));
        } catch (RuntimeException statementFailed) {
            transaction.markForRollback();
            throw statementFailed;
        }
        if (claim.isEmpty()) {
            transaction.markForRollback();
            throw Refusals.of(call.binding(), new Claim.InProgress(lockWait));
        }
        return AttemptStarter.answered(call, claim.get(), ownership -> {
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

    /** Zero would mean no limit to a database. */
    private static Duration atLeastOneMilli(Duration wait) {
        return wait.toMillis() < 1 ? Duration.ofMillis(1) : wait;
    }
}
