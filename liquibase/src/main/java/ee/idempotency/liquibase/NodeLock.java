// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.NoSuchElementException;
import liquibase.exception.LiquibaseException;

/**
 * Lets one node migrate at a time. Liquibase's lock alone does not: in an empty database the nodes race for its two
 * tables, and the loser fails. There is one for each kind of database that the migrator works on.
 */
enum NodeLock {
    /** An advisory lock of the session: it ends with it, whatever happens to the node. */
    POSTGRESQL("PostgreSQL") {
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

    /** A named lock of the session; the names are the server's, so the database's is in it. */
    MARIADB("MariaDB") {
        @Override
        <T> T callUnder(Connection connection, Work<T> work) throws SQLException, LiquibaseException {
            if (!"1".equals(execute(connection, "select get_lock(" + NAME + ", " + PATIENCE_SECONDS + ")"))) {
                throw new SQLException("another node has been migrating for " + PATIENCE_SECONDS + " s");
            }
            try {
                return work.call(connection);
            } finally {
                execute(connection, "select release_lock(" + NAME + ")");
            }
        }
    },

    /** Nothing: an embedded database belongs to one process. */
    H2("H2") {
        @Override
        <T> T callUnder(Connection connection, Work<T> work) throws SQLException, LiquibaseException {
            return work.call(connection);
        }
    };

    /** "idempote" in ASCII; the keys of advisory locks are shared by all users of a database. */
    private static final long KEY = 0x6964656d706f7465L;

    private static final String NAME = "concat('idempotency-ee ', md5(database()))";

    /** As long as Liquibase waits for its own. */
    private static final int PATIENCE_SECONDS = 300;

    private final String product;

    NodeLock(String product) {
        this.product = product;
    }

    interface Work<T> {

        T call(Connection connection) throws SQLException, LiquibaseException;
    }

    abstract <T> T callUnder(Connection connection, Work<T> work) throws SQLException, LiquibaseException;

    /**
     * The one for a database.
     *
     * @throws SchemaMigrationException if the migrator does not work on that kind of database
     */
    static NodeLock of(String databaseProduct) {
        for (NodeLock known : values()) {
            if (known.product.equals(databaseProduct)) {
                return known;
            }
        }
        throw new SchemaMigrationException(
                "Idempotency EE keeps its records in PostgreSQL, MariaDB (with the driver org.mariadb.jdbc) or H2, not in '"
                        + databaseProduct + "'; name another data source in " + StartupMigrator.DATA_SOURCE,
                new NoSuchElementException(databaseProduct));
    }

    private static String execute(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
