// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2, in memory. */
final class H2Kind extends DatabaseKind {

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public DataSource empty() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    /** It runs inside the application server. */
    @Override
    public Optional<String> serve() {
        return Optional.empty();
    }

    @Override
    public List<String> user() {
        return List.of("sa", "");
    }

    @Override
    public DataSource forUserWith(String privileges, DataSource migrated) {
        execute(migrated, "create user limited password 'limited'");
        execute(migrated, "grant " + privileges + " on idempotency_record to limited");
        JdbcDataSource limited = new JdbcDataSource();
        // only an administrator may set the delay, and its own connections have set it
        limited.setUrl(((JdbcDataSource) migrated).getUrl().replace(";DB_CLOSE_DELAY=-1", ""));
        limited.setUser("limited");
        limited.setPassword("limited");
        return limited;
    }

    @Override
    public void kill(DataSource database, Connection victim) throws SQLException {
        execute(database, "call abort_session(" + number(victim, ownSession()) + ")");
    }

    @Override
    public boolean isServer() {
        return false;
    }

    @Override
    public void letItIdle(DataSource database, Connection victim) {
        throw new UnsupportedOperationException("H2 ends no session by itself");
    }

    @Override
    public String ownSession() {
        return "select session_id()";
    }

    /** H2 names no lock of an index; a statement that is still executing waits, because all else is done in no time. */
    @Override
    public String waitingSessions() {
        return "select count(*) from information_schema.sessions where session_id <> session_id()"
                + " and executing_statement like '%idempotency_record%'";
    }

    @Override
    public List<Integer> refusedLevels() {
        return List.of(Connection.TRANSACTION_READ_UNCOMMITTED, Connection.TRANSACTION_SERIALIZABLE);
    }

    @Override
    public String acceptedLevel() {
        return "[READ COMMITTED]";
    }

    @Override
    public String json(String document) {
        return super.json(document) + " format json";
    }

    @Override
    public String takesJson() {
        return "select cast(? format json as json) is not null";
    }

    @Override
    public String findsCharge() {
        return "select idempotency_key from idempotency_record where (body_json).\"charge\".\"id\" = json '\"ch_1\"'";
    }
}
