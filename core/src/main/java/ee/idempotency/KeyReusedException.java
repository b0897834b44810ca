// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * The key was used before with another payload. Nothing was done. Send a repeat unchanged, or use a new key for a new
 * request; trying again does not help.
 */
public final class KeyReusedException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error for the operation and record that {@code subject} names. */
    public KeyReusedException(String subject) {
        super(subject + " was claimed before with another payload; use a new key for a new request");
    }
}
