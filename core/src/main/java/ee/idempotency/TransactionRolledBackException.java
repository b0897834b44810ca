// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The transaction of the operation was rolled back although the operation returned: it had been marked for rollback, or
 * could not be committed. Nothing was done in it and no outcome was stored; the key is free. Look at the cause, or at who
 * called {@code setRollbackOnly}; then try again.
 */
public final class TransactionRolledBackException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** An error with what the commit failed with, or null if the transaction had been marked. */
    public TransactionRolledBackException(String subject, @Nullable Throwable cause) {
        super(
                subject
                        + (cause == null
                                ? " had its transaction rolled back: it was marked for rollback by the work, or lasted longer than"
                                        + " the transaction time-out; nothing was done and nothing was stored"
                                : " could not be committed; nothing was done and nothing was stored"),
                cause);
    }
}
