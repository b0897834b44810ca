// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;

/**
 * Brings a database up to the schema of the durable store. Needs no container: for the start of an application, for
 * tests, and for use by hand.
 *
 * <p>Any number of nodes may migrate at once: one works and the others wait. A node that dies while it works leaves the
 * lock of Liquibase, for which others then wait five minutes before they fail; free it with {@code update
 * databasechangeloglock set locked = false}. Liquibase keeps its two tables, {@code databasechangelog} and {@code databasechangeloglock}, beside ours. Its
 * usage statistics, which it would send over the network, are off.
 */
public final class SchemaMigrator {

    /** The root change log, a class path resource; include it in a change log of your own if you have one. */
    public static final String CHANGE_LOG = "ee/idempotency/liquibase/changelog.xml";

    private static final Object ONE_AT_A_TIME = new Object();

    private SchemaMigrator() {}

    /**
     * Applies what is missing; nothing if nothing is.
     *
     * @param dataSource of a user who may create tables; called outside any transaction
     * @return how many change sets were applied
     * @throws SchemaMigrationException if the database cannot be reached, is of a kind without a schema, or refuses
     */
    public static int migrate(DataSource dataSource) {
        synchronized (ONE_AT_A_TIME) {
            return migrateBesideOtherNodes(dataSource);
        }
    }

    static int migrateBesideOtherNodes(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String database = connection.getMetaData().getDatabaseProductName();
            int applied = NodeLock.of(database).callUnder(connection, SchemaMigrator::update);
            MigrationLog.migrated(database, applied);
            return applied;
        } catch (SQLException | LiquibaseException refused) {
            throw new SchemaMigrationException(
                    "The schema of Idempotency EE could not be brought up to date: " + firstLine(refused), refused);
        }
    }

    private static int update(Connection connection) throws SQLException, LiquibaseException {
        try {
            return SchemaUpdate.run(connection);
        } finally {
            // Liquibase leaves a transaction open, and Open Liberty then rolls back the start of the application
            if (!connection.getAutoCommit()) {
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String firstLine(Exception refused) {
        String message = String.valueOf(refused.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
