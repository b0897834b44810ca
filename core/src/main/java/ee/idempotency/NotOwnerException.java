// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * This attempt no longer owns the claim: its lease ran out and another attempt took over, or the record was removed.
 * Nothing was changed. What this attempt did inside a transaction must be rolled back, and its result not be used.
 */
public final class NotOwnerException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error for the verb that was refused. */
    public NotOwnerException(String subject, String verb) {
        super(subject + ": " + verb
                + " was refused because this attempt no longer owns the claim; let the lease outlast"
                + " the operation");
    }
}
