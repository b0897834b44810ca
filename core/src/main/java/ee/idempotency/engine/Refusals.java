// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OutcomeUnknownException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;

/** The exceptions for claims that neither run nor replay. */
final class Refusals {

    private Refusals() {}

    static IdempotencyException of(Binding binding, Claim claim) {
        String subject = binding.toString();
        if (claim instanceof Claim.InProgress inProgress) {
            return new OperationInProgressException(subject, inProgress.leaseRemaining());
        }
        if (claim instanceof Claim.KeyReused) {
            return new KeyReusedException(subject);
        }
        if (claim instanceof Claim.Failed failed) {
            return new PreviouslyFailedException(
                    subject, failed.outcome().code(), failed.outcome().message());
        }
        if (claim instanceof Claim.OutcomeUnknown) {
            return new OutcomeUnknownException(subject);
        }
        if (claim instanceof Claim.KeyCollision) {
            return new KeyCollisionException(subject);
        }
        throw new IllegalArgumentException("A claim that is " + claim.getClass().getSimpleName() + " is no refusal");
    }
}
