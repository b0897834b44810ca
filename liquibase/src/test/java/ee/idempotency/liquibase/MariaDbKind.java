// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB, whose server is not in every build: its artifact is large. */
final class MariaDbKind extends DatabaseKind {

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public boolean isHere() {
        return TestMariaDb.isHere();
    }

    @Override
    public DataSource empty() {
        if (!isHere()) { // a test that is skipped here would run nowhere
            throw new IllegalStateException("No MariaDB on the class path: run with the profile 'all',"
                    + " and give the test the tag \"all\" so that only that profile runs it");
        }
        try {
            return new MariaDbDataSource(TestMariaDb.shared().newDatabase(newName(), "latin1"));
        } catch (SQLException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public Optional<String> serve() {
        String url = TestMariaDb.start().newDatabase("payments", "utf8mb4");
        return Optional.of(url + "&connectTimeout=2000&socketTimeout=15000&tcpKeepAlive=true");
    }

    @Override
    public List<String> user() {
        return List.of("root", "payments");
    }

    /** In another server, because the usual one checks no privileges; the tables are made again there. */
    @Override
    public DataSource forUserWith(String privileges, DataSource migrated) {
        return CheckedMariaDb.shared().forUserWith(privileges + " on %s.idempotency_record", true);
    }

    @Override
    public void kill(DataSource database, Connection victim) throws SQLException {
        long session = number(victim, ownSession());
        execute(database, "kill " + session);
        awaitEnd(database, session);
    }

    @Override
    public void letItIdle(DataSource database, Connection victim) throws SQLException {
        long session = number(victim, ownSession());
        try (Statement statement = victim.createStatement()) {
            statement.execute("set idle_transaction_timeout = 1");
        }
        awaitEnd(database, session);
    }

    private static void awaitEnd(DataSource database, long session) throws SQLException {
        Sessions.awaitNone(database, "select count(*) from information_schema.processlist where id = " + session);
    }

    @Override
    public String ownSession() {
        return "select connection_id()";
    }

    @Override
    public String waitingSessions() {
        return "select count(*) from information_schema.innodb_trx t join information_schema.processlist p"
                + " on p.id = t.trx_mysql_thread_id where t.trx_state = 'LOCK WAIT' and p.db = database()";
    }

    @Override
    public List<String> strictSnapshots() {
        return List.of("set innodb_snapshot_isolation = on");
    }

    @Override
    public List<Integer> refusedLevels() {
        return List.of(Connection.TRANSACTION_READ_UNCOMMITTED, Connection.TRANSACTION_SERIALIZABLE);
    }

    @Override
    public String acceptedLevel() {
        return "REPEATABLE READ";
    }

    @Override
    public String takesJson() {
        return "select json_valid(convert(? using utf8mb4))";
    }

    @Override
    public String findsCharge() {
        return "select idempotency_key from idempotency_record where json_value(body_json, '$.charge.id') = 'ch_1'";
    }

    @Override
    public String primaryKey() {
        return "primary";
    }

    @Override
    public String dropPrimaryKey() {
        return "alter table idempotency_record drop primary key";
    }

    /** Hibernate wants MariaDB's uuid for a UUID and takes no other column; that type refuses our keys. */
    @Override
    public boolean isValidatedByHibernate() {
        return false;
    }
}
