// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.TransactionMode;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;

/** Starts attempts in the mode that their operation asks for, and lets those wait that would rather wait than be refused. */
final class AttemptStarters {

    private final AttemptStarter independent;
    private final AttemptStarter joined;
    private final AttemptStarter oneCommit;
    private final WaitLimiter waits;

    AttemptStarters(IdempotencyStore store, EngineEnvironment environment) {
        InFlightKeys committed = new InFlightKeys();
        CommittedClaims claims = new CommittedClaims(store, environment.scheduler(), committed);
        Joining joining = new Joining(store, environment.transactions());
        this.independent = new IndependentStarter(claims, environment.transactions());
        this.joined = new JoinedStarter(claims, joining);
        this.oneCommit = new OneCommitStarter(joining, environment.lockWait());
        this.waits = new WaitLimiter(committed, environment.maxWaiters());
    }

    BeginResult start(ClaimRequest request, OperationOptions options) {
        AttemptStarter starter = of(options.mode());
        return waits.begin(request, options.waitUpTo(), () -> starter.start(request.withNewOwner(), options));
    }

    private AttemptStarter of(TransactionMode mode) {
        return switch (mode) {
            case INDEPENDENT -> independent;
            case JOINED -> joined;
            case ONE_COMMIT -> oneCommit;
        };
    }
}
