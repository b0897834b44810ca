// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The operation ran, but its outcome could not be stored, so success must not be reported to the caller. The claim
 * stays in progress until its lease ends; then {@link OnLeaseLost} decides. Try again later.
 */
public final class OutcomeNotStoredException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error with the store's own as its cause. */
    public OutcomeNotStoredException(String subject, @Nullable Throwable cause) {
        super(subject + " ran, but its outcome could not be stored; try again later", cause);
    }
}
