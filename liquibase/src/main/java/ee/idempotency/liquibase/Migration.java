// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * One node's migration:
 *
 * <ol>
 *   <li>Read, without a lock, whether a change set is missing. If none is, that is all.
 *   <li>Take the lock of the nodes, with patience.
 *   <li>Release what a node that died left of Liquibase's own lock: who holds ours is alone.
 *   <li>Apply what is missing now; before each change set, look that the lock is still held.
 * </ol>
 */
final class Migration {

    private Migration() {}

    static int run(DataSource dataSource, MigrationSettings settings) {
        @Nullable SupportedDatabase database = null;
        try (Connection connection = dataSource.getConnection()) {
            database = SupportedDatabase.of(connection);
            NetworkTimeout own = NetworkTimeout.of(connection, settings.statementTimeout());
            try {
                return run(connection, database, dataSource, settings);
            } finally {
                endTransaction(connection);
                own.putBack();
            }
        } catch (SQLException | LiquibaseException refused) {
            throw new SchemaMigrationException(
                    "The schema of Idempotency EE could not be brought up to date: "
                            + Refusal.explain(refused, database, settings),
                    refused);
        }
    }

    private static int run(
            Connection connection, SupportedDatabase database, DataSource dataSource, MigrationSettings settings)
            throws SQLException, LiquibaseException {
        ChangeLogState found = SchemaUpdate.look(connection);
        endTransaction(connection);
        if (!found.unknown().isEmpty()) {
            MigrationLog.newer(found.unknown());
        }
        int applied = 0;
        if (!found.isComplete()) {
            try (MigrationLock lock = database.lock(dataSource)) {
                LockWait.acquire(lock, settings.lockWait());
                applied = SchemaUpdate.run(connection, lock, settings);
            }
        }
        MigrationLog.migrated(database.product(), placeOf(connection), applied);
        return applied;
    }

    /** Distinguishes two schemas or databases of one server. MariaDB has no schemas. */
    private static String placeOf(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return connection.getCatalog() + (schema == null ? "" : "." + schema);
    }

    /** Liquibase leaves a transaction open, and Open Liberty then rolls back the start of the application. */
    private static void endTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
