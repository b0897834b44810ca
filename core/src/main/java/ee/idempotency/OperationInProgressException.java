// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.time.Duration;

/**
 * Another call with the same key still runs. Nothing was done here. Try again after {@link #retryAfter()}: by then the
 * outcome is there, or the other owner's lease has run out.
 */
public final class OperationInProgressException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** An error for a claim whose lease has {@code retryAfter} left. */
    public OperationInProgressException(String subject, Duration retryAfter) {
        super(subject + " is in progress in another call; try again in " + retryAfter);
        this.retryAfter = retryAfter;
    }

    /** What is left of the owner's lease; never negative. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
