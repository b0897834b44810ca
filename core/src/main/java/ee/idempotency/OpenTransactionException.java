// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * The call came inside an open transaction, which could still be rolled back after the outcome had been stored. Nothing
 * was claimed and nothing ran. Make the call outside, and let the operation begin its own transaction: put
 * {@code @Transactional} on the protected method itself, or {@code @TransactionAttribute(NOT_SUPPORTED)} on a protected
 * EJB method that calls a transactional one.
 */
public final class OpenTransactionException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error for the operation and record that {@code subject} names. */
    public OpenTransactionException(String subject) {
        super(subject + " was called inside an open transaction; call it outside and let the operation begin its own");
    }
}
