// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.time.Duration;

/**
 * Another call with the same key still runs. Nothing was done here. Try again after {@link #retryAfter()}, which
 * grows with the time that the other call has run, and ends with its lease.
 */
public final class OperationInProgressException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** An error for a call that is to come again after {@code retryAfter}. */
    public OperationInProgressException(String subject, Duration retryAfter) {
        super(subject + " is in progress in another call; try again in " + retryAfter);
        this.retryAfter = retryAfter;
    }

    /** When to try again; never negative. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
