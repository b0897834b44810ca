// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * Two different keys have the same 128-bit hash, or somebody wrote into the table. The stored answer belongs to the
 * other key and is not given out; nothing was done. Use another key.
 */
public final class KeyCollisionException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error for the operation and record that {@code subject} names. */
    public KeyCollisionException(String subject) {
        super(subject + " is taken by a record of another key; use another key and look at the record");
    }
}
