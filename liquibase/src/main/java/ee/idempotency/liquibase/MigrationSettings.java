// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.time.Duration;

/**
 * How long a migration may take. Neither limit matters where nothing is to apply: then no lock is taken.
 *
 * @param lockWait how long a node waits for another one that migrates, from one second to one hour
 * @param statementTimeout how long one statement may take, from ten seconds to one day; it replaces the network time-out of the
 *     data source while the migration runs, because a pool's time-out is meant for short statements. The migration of
 *     a large table needs more; with less a database that does not answer is reported sooner
 */
public record MigrationSettings(Duration lockWait, Duration statementTimeout) {

    /** Whether to migrate. */
    public static final String MIGRATE = "idempotency.migrate";

    /** Where. */
    public static final String DATA_SOURCE = "idempotency.datasource";

    /** How long to wait for another node. */
    public static final String LOCK_WAIT = "idempotency.migrate.lock-wait";

    /** How long a statement may take. */
    public static final String STATEMENT_TIMEOUT = "idempotency.migrate.statement-timeout";

    /** The data source that every Jakarta EE server has. */
    public static final String DEFAULT_DATA_SOURCE = "java:comp/DefaultDataSource";

    /** Five minutes, and half an hour for a statement. */
    public static final MigrationSettings DEFAULT =
            new MigrationSettings(Duration.ofMinutes(5), Duration.ofMinutes(30));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a duration is outside its range; the message says which and how to cure it
     */
    public MigrationSettings {
        check(LOCK_WAIT, lockWait, Duration.ofSeconds(1), Duration.ofHours(1));
        check(STATEMENT_TIMEOUT, statementTimeout, Duration.ofSeconds(10), Duration.ofDays(1));
    }

    private static void check(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + " must be a duration from " + least + " to " + most + ", not " + value);
        }
    }
}
