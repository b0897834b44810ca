// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.NotSettled;
import ee.idempotency.spi.IdempotencyEvent.Refused;
import ee.idempotency.spi.IdempotencyEvent.Released;
import ee.idempotency.spi.IdempotencyEvent.Replayed;
import ee.idempotency.spi.IdempotencyEvent.Result;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import java.util.Optional;

/**
 * How a call ended, in the two labels that say so.
 *
 * @param subject what it was about
 * @param outcome {@code executed}, {@code released} or {@code lost} if its operation ran, else {@code replayed} or {@code
 *     refused}
 * @param reason more of it; {@value #NONE} where there is no more
 */
record CallEnd(Subject subject, String outcome, String reason) {

    static final String NONE = "none";

    /** How the call ended that {@code event} is about; empty if it has not ended by it. */
    static Optional<CallEnd> of(IdempotencyEvent event) {
        if (event instanceof Settled settled) {
            String reason = settled.result() == Result.COMPLETED ? NONE : Labels.spelling(settled.result());
            return Optional.of(new CallEnd(settled.subject(), "executed", reason));
        }
        if (event instanceof Replayed replayed) {
            return Optional.of(
                    new CallEnd(replayed.subject(), "replayed", replayed.retained() ? NONE : "not-retained"));
        }
        if (event instanceof Refused refused) {
            return Optional.of(new CallEnd(refused.subject(), "refused", Labels.spelling(refused.reason())));
        }
        if (event instanceof NotSettled notSettled) {
            return Optional.of(new CallEnd(notSettled.subject(), "lost", Labels.spelling(notSettled.reason())));
        }
        if (event instanceof Released released) {
            return Optional.of(new CallEnd(released.subject(), "released", NONE));
        }
        return Optional.empty();
    }
}
