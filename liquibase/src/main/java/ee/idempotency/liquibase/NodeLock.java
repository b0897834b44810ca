// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.exception.LiquibaseException;

/**
 * Lets one node migrate at a time. Liquibase's lock alone does not: in an empty database the nodes race for its two
 * tables, and the loser fails.
 */
enum NodeLock {
    /** An advisory lock of the session: it ends with it, whatever happens to the node. */
    POSTGRESQL {
        @Override
        <T> T callUnder(Connection connection, Work<T> work) throws SQLException, LiquibaseException {
            execute(connection, "select pg_advisory_lock(" + KEY + ")");
            try {
                return work.call(connection);
            } finally {
                execute(connection, "select pg_advisory_unlock(" + KEY + ")");
            }
        }
    },

    /** Nothing: an embedded database belongs to one process. */
    NONE {
        @Override
        <T> T callUnder(Connection connection, Work<T> work) throws SQLException, LiquibaseException {
            return work.call(connection);
        }
    };

    /** "idempote" in ASCII; the keys of advisory locks are shared by all users of a database. */
    private static final long KEY = 0x6964656d706f7465L;

    interface Work<T> {

        T call(Connection connection) throws SQLException, LiquibaseException;
    }

    abstract <T> T callUnder(Connection connection, Work<T> work) throws SQLException, LiquibaseException;

    static NodeLock of(String databaseProduct) {
        return "PostgreSQL".equals(databaseProduct) ? POSTGRESQL : NONE;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
