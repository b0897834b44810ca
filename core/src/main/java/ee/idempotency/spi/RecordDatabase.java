// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database that holds the records, for extensions with a table of their own beside them: what they write in a
 * transaction commits with the record and with the application's own statements in that database, or not at all. The
 * durable store offers it as a CDI bean, whichever way it reaches its database. Thread-safe.
 */
public interface RecordDatabase {

    /**
     * Runs {@code work} in a transaction of its own and commits it; one of the calling thread is suspended meanwhile. Tried
     * again where the database gave way to another transaction, so {@code work} has no effect but its statements.
     *
     * @throws StoreUnavailableException if the database does not answer, a statement failed, or nobody knows whether the
     *     commit happened
     * @throws RuntimeException whatever {@code work} throws, after a rollback
     */
    <T extends @Nullable Object> T inNew(SqlWork<T> work);

    /**
     * Runs {@code work} on the connection of the calling thread's transaction, which its owner ends.
     *
     * @throws StoreUnavailableException if a statement failed; the transaction is only good for a rollback
     * @throws RuntimeException whatever {@code work} throws; or there is no transaction
     */
    <T extends @Nullable Object> T inCurrent(SqlWork<T> work);

    /** Statements on the connection of a transaction; neither begins nor ends it. */
    @FunctionalInterface
    interface SqlWork<T extends @Nullable Object> {

        /** Runs them. */
        T run(Connection connection) throws SQLException;
    }
}
