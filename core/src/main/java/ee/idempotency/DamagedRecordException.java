// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * The stored outcome does not match its SHA-256, or cannot be read. It is not given out and the operation does not run
 * again; an operator restores or deletes the record.
 */
public final class DamagedRecordException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error that says what is damaged. */
    public DamagedRecordException(String subject, String damage) {
        super(subject + " has a damaged record (" + damage + "); restore or delete it");
    }
}
