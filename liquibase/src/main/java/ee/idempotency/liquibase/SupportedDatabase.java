// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/** The databases that the migrator works on. */
enum SupportedDatabase {
    POSTGRESQL("PostgreSQL") {
        @Override
        MigrationLock lock(DataSource dataSource) throws SQLException {
            return new PostgreSqlLock(dataSource.getConnection());
        }
    },
    MARIADB("MariaDB") {
        @Override
        MigrationLock lock(DataSource dataSource) throws SQLException {
            return new MariaDbLock(dataSource.getConnection());
        }

        /** It puts many things under the state 42000. */
        @Override
        Set<Integer> codes(RefusalCure cure) {
            return switch (cure) {
                // no access to the database, no such command for the user, no such privilege
                case NOT_ALLOWED -> Set.of(1044, 1142, 1143, 1227);
                // started with --read-only
                case READ_ONLY -> Set.of(1290, 1836);
                // unknown database
                case NO_SCHEMA -> Set.of(1049);
                // lock wait, max_statement_time
                case TOO_SLOW -> Set.of(1205, 1969);
                default -> Set.of();
            };
        }
    },
    /** Embedded, and so of one process; but several applications of a server may share it. */
    H2("H2") {
        @Override
        MigrationLock lock(DataSource dataSource) {
            return new JvmLock();
        }

        @Override
        Set<Integer> codes(RefusalCure cure) {
            return switch (cure) {
                // rights, administrator's rights
                case NOT_ALLOWED -> Set.of(90040, 90096);
                case READ_ONLY -> Set.of(90097);
                // no such schema, no such database
                case NO_SCHEMA -> Set.of(90079, 90013, 90146);
                // lock wait, statement cancelled
                case TOO_SLOW -> Set.of(50200, 57014);
                default -> Set.of();
            };
        }
    };

    private final String product;

    SupportedDatabase(String product) {
        this.product = product;
    }

    /** The vendor codes that mean a cure where the SQLState does not say it. */
    Set<Integer> codes(RefusalCure cure) {
        return Set.of();
    }

    /** Whether the vendor code of any of them means that; no two of them use one code. */
    static boolean means(RefusalCure cure, int vendorCode) {
        return Arrays.stream(values()).anyMatch(known -> known.codes(cure).contains(vendorCode));
    }

    /** As its driver names it. */
    String product() {
        return product;
    }

    /** The SQL for a migration by hand. */
    String script() {
        return "docs/schema/" + name().toLowerCase(Locale.ROOT) + ".sql";
    }

    /** A lock that is not taken yet; to be closed. */
    abstract MigrationLock lock(DataSource dataSource) throws SQLException;

    static SupportedDatabase of(Connection connection) throws SQLException {
        return named(connection.getMetaData().getDatabaseProductName());
    }

    /**
     * The one of that name.
     *
     * @throws SchemaMigrationException if the migrator does not work on that kind of database
     */
    static SupportedDatabase named(String databaseProduct) {
        for (SupportedDatabase known : values()) {
            if (known.product.equals(databaseProduct)) {
                return known;
            }
        }
        throw new SchemaMigrationException(
                "Idempotency EE keeps its records in PostgreSQL, MariaDB (with the driver org.mariadb.jdbc) or H2, not in '"
                        + databaseProduct + "'; name another data source in " + MigrationSettings.DATA_SOURCE);
    }
}
