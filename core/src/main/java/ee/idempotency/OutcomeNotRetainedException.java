// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * The operation completed before, but its answer was not kept: too large, not encodable, or not to be {@linkplain Retained
 * retained}. Nothing was done now; read
 * the state of the resource instead.
 */
public final class OutcomeNotRetainedException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error for the operation and record that {@code subject} names. */
    public OutcomeNotRetainedException(String subject) {
        super(subject + " completed before, but its answer was not retained; it does not run again");
    }
}
