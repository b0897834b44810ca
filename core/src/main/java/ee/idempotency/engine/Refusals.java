// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OutcomeUnknownException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.Outcome;
import java.time.Duration;

/** The exceptions for claims that neither run nor replay. */
final class Refusals {

    private Refusals() {}

    static IdempotencyException of(PendingCall call, Claim claim) {
        String subject = call.subject();
        if (claim instanceof Claim.InProgress inProgress) {
            return inProgress(call, inProgress.leaseRemaining());
        }
        if (claim instanceof Claim.KeyReused) {
            return new KeyReusedException(subject);
        }
        if (claim instanceof Claim.Failed failed) {
            Outcome.Failed outcome = call.outcomes().open(failed.outcome());
            return new PreviouslyFailedException(subject, outcome.code(), outcome.message());
        }
        if (claim instanceof Claim.OutcomeUnknown) {
            return new OutcomeUnknownException(subject);
        }
        if (claim instanceof Claim.KeyCollision) {
            return new KeyCollisionException(subject);
        }
        throw new IllegalArgumentException("A claim that is " + claim.getClass().getSimpleName() + " is no refusal");
    }

    /**
     * A claim's age is what is gone of its lease: no store needs to say more. A heartbeat makes it young again, and a lease
     * of another length makes it wrong, within the bounds of the settings.
     */
    private static IdempotencyException inProgress(PendingCall call, Duration leaseRemaining) {
        Duration age = call.options().lease().minus(leaseRemaining);
        return new OperationInProgressException(call.subject(), call.repeats().retryAfter(age, leaseRemaining));
    }

    /** For a call in progress whose claim nobody can read, because it is not committed. */
    static IdempotencyException uncommitted(PendingCall call, Duration age) {
        Duration lease = call.options().lease(); // its transaction ends it, at an unknown time
        return new OperationInProgressException(call.subject(), call.repeats().retryAfter(age, lease));
    }
}
