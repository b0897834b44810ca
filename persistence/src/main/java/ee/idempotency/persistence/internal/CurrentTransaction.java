// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import org.jspecify.annotations.Nullable;

/** The transaction of the calling thread, which somebody else begins and ends. Thread-safe. */
public interface CurrentTransaction {

    /**
     * Runs {@code work} on the transaction's own connection, the one of the application's statements in the same database.
     *
     * @throws StatementFailedException if a statement failed; the transaction is only good for a rollback
     * @throws RuntimeException whatever {@code work} throws; or else there is no transaction, or no connection for it
     */
    <T extends @Nullable Object> T join(SqlWork<T> work);
}
