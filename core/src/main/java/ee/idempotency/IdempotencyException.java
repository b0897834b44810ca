// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws. Unchecked; every subclass says what was wrong and what to do, and none
 * carries a raw key or payload. An exception of the operation itself is never wrapped in one of these.
 */
public abstract class IdempotencyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected IdempotencyException(String message) {
        super(message);
    }

    protected IdempotencyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
