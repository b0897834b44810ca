// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.Ownership;
import java.util.function.Function;

/** How an attempt starts in one mode: where its claim commits, and in which transaction its work runs. */
interface AttemptStarter {

    /**
     * Claims the key once, with the owner token that the call's request has.
     *
     * @throws ee.idempotency.IdempotencyException if the call does not run and has nothing to replay; nothing is left open
     */
    BeginResult start(PendingCall call);

    /** What a call does that was answered with {@code claim}; {@code attempt} is made if it was acquired. */
    static BeginResult answered(PendingCall call, Claim claim, Function<Ownership, Attempt> attempt) {
        if (claim instanceof Claim.Acquired acquired) {
            return new BeginResult.Acquired(attempt.apply(acquired.ownership()));
        }
        if (claim instanceof Claim.Completed completed) {
            return new BeginResult.Replay(call.outcomes().open(completed.outcome()));
        }
        throw Refusals.of(call, claim);
    }
}
