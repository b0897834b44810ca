// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import ee.idempotency.persistence.internal.CurrentTransaction;
import ee.idempotency.persistence.internal.NewTransaction;
import ee.idempotency.persistence.internal.SqlWork;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on a pool without a transaction manager, whose own cost is the server's and not the store's. */
final class PoolTransactions implements NewTransaction, CurrentTransaction {

    private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

    private final DataSource pool;

    PoolTransactions(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public <T> T call(SqlWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public <T> T join(SqlWork<T> work) {
        try {
            return work.run(CURRENT.get());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
