// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that have a schema; each call of {@link #empty} gives a fresh one. */
enum TestDatabase {
    H2("h2") {
        @Override
        DataSource empty() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return dataSource;
        }
    },
    POSTGRESQL("postgresql") {
        @Override
        DataSource empty() {
            String name = "db" + UUID.randomUUID().toString().replace("-", "");
            EmbeddedPostgres server = Server.INSTANCE;
            execute(server.getPostgresDatabase(), "create database " + name);
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(server.getJdbcUrl("postgres", name));
            return dataSource;
        }
    };

    /** As Liquibase names it. */
    final String shortName;

    TestDatabase(String shortName) {
        this.shortName = shortName;
    }

    abstract DataSource empty();

    DataSource migrated() {
        DataSource dataSource = empty();
        SchemaMigrator.migrate(dataSource);
        return dataSource;
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** One server for all tests; it ends with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
