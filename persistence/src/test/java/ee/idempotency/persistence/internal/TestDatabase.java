// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.liquibase.SchemaMigrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases the store knows; each call of {@link #empty} gives a fresh one. */
public enum TestDatabase {
    H2 {
        @Override
        public DataSource empty() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return dataSource;
        }

        @Override
        String session() {
            return "select session_id()";
        }

        @Override
        String waiting() {
            // H2 tells no lock of an index; a statement that is still executing waits, because all else is done in no
            // time
            return "select count(*) from information_schema.sessions where session_id <> session_id()"
                    + " and executing_statement like '%idempotency_record%'";
        }
    },
    POSTGRESQL {
        @Override
        public DataSource empty() {
            String name = "db" + UUID.randomUUID().toString().replace("-", "");
            new Rows(Server.INSTANCE.getPostgresDatabase()).execute("create database " + name);
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(Server.INSTANCE.getJdbcUrl("postgres", name));
            return dataSource;
        }

        @Override
        String session() {
            return "select pg_backend_pid()";
        }

        @Override
        String waiting() {
            return "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                    + " and query like '%idempotency_record%'";
        }
    };

    public abstract DataSource empty();

    /** A query for the number of the connection's session. */
    abstract String session();

    /** A query for how many other sessions wait with a statement of the store. */
    abstract String waiting();

    /** A fresh one with the schema. */
    public DataSource migrated() {
        DataSource dataSource = empty();
        SchemaMigrator.migrate(dataSource);
        return dataSource;
    }

    /** One server for all tests; it ends with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("autovacuum", "off")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
