// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * Something below the engine failed in a way that is no outage: a mistake of the application, its deployment or this
 * library, such as a store that throws a {@link NullPointerException}. If this came from a claim the operation did not run.
 * Trying again does not help; the log has the cause.
 */
public final class InternalErrorException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error that says what failed, with its cause. */
    public InternalErrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
