// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The databases of all tests, for the tests of other modules too; each call of {@link #empty} gives a fresh one. The
 * servers come from Maven artifacts, start with the first use and end with the JVM.
 */
public enum TestDatabase {
    H2 {
        @Override
        public DataSource empty() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return dataSource;
        }
    },
    POSTGRESQL {
        @Override
        public DataSource empty() {
            String name = newName();
            execute(TestPostgreSql.SERVER.getPostgresDatabase(), "create database " + name);
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(TestPostgreSql.SERVER.getJdbcUrl("postgres", name));
            return dataSource;
        }
    },
    MARIADB {
        @Override
        public DataSource empty() {
            try {
                return new MariaDbDataSource(TestMariaDb.SERVER.newDatabase(newName(), "latin1"));
            } catch (SQLException malformed) {
                throw new IllegalStateException(malformed);
            }
        }
    };

    /** A fresh database without tables. */
    public abstract DataSource empty();

    /** A fresh one with the schema. */
    public DataSource migrated() {
        DataSource dataSource = empty();
        SchemaMigrator.migrate(dataSource);
        return dataSource;
    }

    /** The SQL for a migration by hand, in the working directory of any module. */
    public Path handWrittenSchema() {
        return Path.of("..", "docs", "schema", name().toLowerCase(Locale.ROOT) + ".sql");
    }

    /** Executes a script of statements that end with a semicolon at the end of a line, and commits each. */
    public static void execute(DataSource dataSource, String script) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static String newName() {
        return "db" + UUID.randomUUID().toString().replace("-", "");
    }
}
