// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * The owner of this claim fell silent, and the operation must never run twice ({@link
 * OnLeaseLost#NEVER_RE_EXECUTE}). Nothing was done now. An operator finds out what happened and deletes the record.
 */
public final class OutcomeUnknownException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error for the operation and record that {@code subject} names. */
    public OutcomeUnknownException(String subject) {
        super(subject + " was started but its outcome is unknown, and it must not run twice; an operator has to find"
                + " out what happened and delete the record");
    }
}
