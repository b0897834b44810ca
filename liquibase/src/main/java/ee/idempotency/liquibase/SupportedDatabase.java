// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
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
    },
    /** Embedded, and so of one process; but several applications of a server may share it. */
    H2("H2") {
        @Override
        MigrationLock lock(DataSource dataSource) {
            return new JvmLock();
        }
    };

    private final String product;

    SupportedDatabase(String product) {
        this.product = product;
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
                        + databaseProduct + "'; name another data source in " + StartupMigrator.DATA_SOURCE);
    }
}
