// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.liquibase.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** What happens to a session, done for real. */
record Accidents(TestDatabase kind, DataSource database) {

    /** Another session ends this one, as an administrator or a shutdown would. */
    void kill(Connection victim) throws SQLException {
        long session = sessionOf(victim);
        switch (kind) {
            case H2 -> new Rows(database).execute("call abort_session(" + session + ")");
            case POSTGRESQL -> new Rows(database).execute("select pg_terminate_backend(" + session + ", 5000)");
            case MARIADB -> {
                new Rows(database).execute("kill " + session);
                awaitEnd(session);
            }
        }
    }

    /** The database ends the session, because it does nothing inside its transaction. H2 does no such thing. */
    void letItIdle(Connection victim) throws SQLException {
        long session = sessionOf(victim);
        try (Statement statement = victim.createStatement()) {
            statement.execute(
                    kind == TestDatabase.POSTGRESQL
                            ? "set idle_in_transaction_session_timeout = '100ms'"
                            : "set idle_transaction_timeout = 1");
        }
        awaitEnd(session);
    }

    private void awaitEnd(long session) {
        String there = kind == TestDatabase.POSTGRESQL
                ? "select count(*) from pg_stat_activity where pid = "
                : "select count(*) from information_schema.processlist where id = ";
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> new Rows(database).number(there + session) == 0);
    }

    private long sessionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sessions.own(kind))) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
