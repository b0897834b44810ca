// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/** Transactions on a pool that gives out an idle connection without a look at it, and drops one that fails. */
final class NaivePool implements NewTransaction, AutoCloseable {

    private final DataSource database;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int begun;

    NaivePool(DataSource database) {
        this.database = database;
    }

    /** Puts in so many connections, after something has happened to each. */
    void fill(int connections, FaultyTransactions.Accident accident) throws SQLException {
        List<Connection> opened = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            opened.add(open());
        }
        for (Connection connection : opened) {
            accident.happen(connection);
            idle.push(connection);
        }
    }

    int begun() {
        return begun;
    }

    private Connection open() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public <T> T call(SqlWork<T> work) {
        begun++;
        try {
            Connection connection = idle.isEmpty() ? open() : idle.pop();
            T result = work.run(connection);
            connection.commit();
            idle.addLast(connection);
            return result;
        } catch (SQLException failed) {
            throw new StatementFailedException(failed);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }
}
