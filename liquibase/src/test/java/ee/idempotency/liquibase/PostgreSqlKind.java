// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL. */
final class PostgreSqlKind extends DatabaseKind {

    /** One server for all tests of a JVM. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE =
                start(EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("autovacuum", "off"));
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public DataSource empty() {
        String name = newName();
        execute(Server.INSTANCE.getPostgresDatabase(), "create database " + name);
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(Server.INSTANCE.getJdbcUrl("postgres", name));
        return dataSource;
    }

    /** Its log can be read by SQL. */
    @Override
    public Optional<String> serve() {
        EmbeddedPostgres server = start(EmbeddedPostgres.builder().setServerConfig("logging_collector", "on"));
        return Optional.of("jdbc:postgresql://127.0.0.1:" + server.getPort()
                + "/postgres?connectTimeout=2&socketTimeout=15&tcpKeepAlive=true");
    }

    @Override
    public List<String> user() {
        return List.of("postgres", "postgres");
    }

    @Override
    public DataSource forUserWith(String privileges, DataSource migrated) {
        String name = newName();
        execute(migrated, "create role " + name + " login password 'limited'");
        execute(migrated, "grant " + privileges + " on idempotency_record to " + name);
        PGSimpleDataSource limited = new PGSimpleDataSource();
        limited.setUrl(Server.INSTANCE.getJdbcUrl(name, ((PGSimpleDataSource) migrated).getDatabaseName()));
        limited.setUser(name);
        limited.setPassword("limited");
        return limited;
    }

    @Override
    public void kill(DataSource database, Connection victim) throws SQLException {
        execute(database, "select pg_terminate_backend(" + number(victim, ownSession()) + ", 5000)");
    }

    @Override
    public void letItIdle(DataSource database, Connection victim) throws SQLException {
        long session = number(victim, ownSession());
        try (Statement statement = victim.createStatement()) {
            statement.execute("set idle_in_transaction_session_timeout = '100ms'");
        }
        Sessions.awaitNone(database, "select count(*) from pg_stat_activity where pid = " + session);
    }

    @Override
    public String ownSession() {
        return "select pg_backend_pid()";
    }

    @Override
    public String waitingSessions() {
        return "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                + " and query like '%idempotency_record%'";
    }

    @Override
    public List<Integer> refusedLevels() {
        return List.of(Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE);
    }

    @Override
    public String acceptedLevel() {
        return "[READ COMMITTED]";
    }

    @Override
    public String bytes(String hex) {
        return "decode('" + hex + "', 'hex')";
    }

    /** It has one for all rules. */
    @Override
    public String dropCheck(String rule) {
        return super.dropCheck("ck_idempotency_record");
    }

    @Override
    public String takesJson() {
        return "select cast(convert_from(?, 'UTF8') as jsonb) is not null";
    }

    @Override
    public String findsCharge() {
        return "select idempotency_key from idempotency_record where body_json @> '{\"charge\": {\"id\": \"ch_1\"}}'";
    }
}
