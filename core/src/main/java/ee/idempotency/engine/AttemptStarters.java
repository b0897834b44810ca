// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.TransactionMode;

/** Starts attempts in the mode that their operation asks for, and lets those wait that would rather wait than be refused. */
final class AttemptStarters {

    private final AttemptStarter independent;
    private final AttemptStarter joined;
    private final AttemptStarter oneCommit;
    private final WaitLimiter waits;

    AttemptStarters(EngineEnvironment environment) {
        InFlightKeys committed = new InFlightKeys();
        CommittedClaims claims = new CommittedClaims(environment.scheduler(), committed);
        Joining joining = new Joining(environment.transactions());
        this.independent = new IndependentStarter(claims, environment.transactions());
        this.joined = new JoinedStarter(claims, joining);
        this.oneCommit = new OneCommitStarter(joining, environment.lockWait());
        this.waits = new WaitLimiter(committed, environment.maxWaiters());
    }

    /** Starts the call and reports how; a replay is reported by the caller, who may yet find that it is no good. */
    BeginResult start(PendingCall call) {
        AttemptStarter starter = of(call.options().mode());
        try {
            BeginResult begun = waits.begin(call, () -> starter.start(call.withNewOwner()));
            if (begun instanceof BeginResult.Acquired acquired) {
                call.watch().claimed(acquired.attempt().claim().ownership());
            } else {
                call.watch().ended(true);
            }
            return begun;
        } catch (RuntimeException | Error refusal) {
            call.watch().refused(refusal);
            call.watch().ended(true);
            throw refusal;
        }
    }

    private AttemptStarter of(TransactionMode mode) {
        return switch (mode) {
            case INDEPENDENT -> independent;
            case JOINED -> joined;
            case ONE_COMMIT -> oneCommit;
        };
    }
}
