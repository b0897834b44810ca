// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.time.Duration;

/**
 * A {@link ee.idempotency.spi.ClaimGate} refused a new claim, such as beyond a quota. Nothing was done, and nothing is stored
 * under the key. Try again after {@link #retryAfter()}.
 */
public final class ClaimRefusedException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final Duration retryAfter;

    /** An error with the gate's reason. */
    public ClaimRefusedException(String subject, String reason, Duration retryAfter) {
        super(subject + " may not run now (" + reason + "); try again in " + retryAfter);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** What the gate says, for the client. */
    public String reason() {
        return reason;
    }

    /** When to try again; not negative. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
