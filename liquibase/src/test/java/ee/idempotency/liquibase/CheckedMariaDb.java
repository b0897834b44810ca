// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A MariaDB that checks privileges. It is started without, as all of the tests are; the session that then reads the grant
 * tables keeps all its rights, and makes the users.
 */
final class CheckedMariaDb {

    private static final String PASSWORD = "checked";

    /** One for all tests of a JVM. */
    private static final class Shared {

        static final CheckedMariaDb SERVER = start();
    }

    private final Connection root;
    private final String url;

    private CheckedMariaDb(Connection root, String url) {
        this.root = root;
        this.url = url;
    }

    static CheckedMariaDb shared() {
        return Shared.SERVER;
    }

    private static CheckedMariaDb start() {
        String url = TestMariaDb.start().newDatabase("checked", "utf8mb4");
        try {
            CheckedMariaDb server = new CheckedMariaDb(DriverManager.getConnection(url), url);
            server.execute("flush privileges");
            return server;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /**
     * A new database, for a user of its own.
     *
     * @param rights as {@code grant} lists them, with {@code %s} in the place of the database's name
     * @param migrated whether it has the tables
     */
    DataSource forUserWith(String rights, boolean migrated) {
        String name = DatabaseKind.newName();
        try {
            execute("create database " + name + " character set utf8mb4");
            DataSource owner = user("o" + name.substring(0, 20), "all on %s.*", name);
            if (migrated) {
                SchemaMigrator.migrate(owner);
            }
            return user("u" + name.substring(0, 20), rights, name);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private DataSource user(String user, String rights, String database) throws SQLException {
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            String account = "'" + user + "'@'" + host + "'";
            execute("create user " + account + " identified by '" + PASSWORD + "'");
            execute(String.format(Locale.ROOT, "grant " + rights, database) + " to " + account);
        }
        return new MariaDbDataSource(
                url.replaceAll("/checked\\?.*", "/" + database + "?user=" + user + "&password=" + PASSWORD));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }
}
