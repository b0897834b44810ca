// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import javax.sql.DataSource;

/**
 * Brings a database up to the schema of the durable store. Needs no container: for the start of an application, for
 * tests, and for use by hand. Thread-safe.
 *
 * <p>Any number of nodes, applications and class loaders may migrate at once: one works and the others wait, for a
 * limited time, and say for whom in the log. Where nothing is to apply, nothing is locked and nothing is written. What
 * a node leaves locked that died while it worked is released by the next one, with a line in the log. The applied
 * change sets are recorded in two tables of our own, {@value #CHANGE_LOG_TABLE} and {@value #LOCK_TABLE}, so that an
 * application that uses Liquibase for itself is not affected.
 *
 * <p>The work is done on a thread of its own that ends with it: Liquibase keeps objects on the threads it ran on and on
 * those that these start, which would hold the class loader of an application that was undeployed. The usage statistics
 * of Liquibase, which it would send over the network, are off.
 */
public final class SchemaMigrator {

    /** The root change log, a class path resource; include it in a change log of your own if you have one. */
    public static final String CHANGE_LOG = ChangeLogNames.CHANGE_LOG;

    /** Where the applied change sets are recorded. */
    public static final String CHANGE_LOG_TABLE = ChangeLogNames.CHANGE_LOG_TABLE;

    /** The lock of Liquibase; another one, which ends with its session, decides which node migrates. */
    public static final String LOCK_TABLE = ChangeLogNames.LOCK_TABLE;

    private SchemaMigrator() {}

    /** As {@link #migrate(DataSource, MigrationSettings)} with {@link MigrationSettings#DEFAULT}. */
    public static int migrate(DataSource dataSource) {
        return migrate(dataSource, MigrationSettings.DEFAULT);
    }

    /**
     * Applies what is missing; nothing if nothing is.
     *
     * @param dataSource of a user who may create tables, or of any user who may read if nothing is missing; it must
     *     give two connections at a time. Called outside any transaction
     * @param settings how long it may take
     * @return how many change sets were applied
     * @throws SchemaMigrationException if the database cannot be reached, is of a kind without a schema, or refuses, or
     *     if another node migrates for longer than {@link MigrationSettings#lockWait()}; the message says what to do
     */
    public static int migrate(DataSource dataSource, MigrationSettings settings) {
        return OwnThread.call(() -> Migration.run(dataSource, settings));
    }
}
