// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * All that the tests of every module know of one kind of database; the kinds are in {@link Databases}. The server comes
 * from a Maven artifact, starts with the first use and ends with the JVM. A test that asks for a kind whose server this
 * build does not have fails.
 */
public abstract class DatabaseKind {

    /** Its name in {@code docs/schema}, in Liquibase and in the settings of the container tests. */
    public abstract String name();

    /** Whether this build has its server. */
    public boolean isHere() {
        return true;
    }

    /** A fresh database without tables. */
    public abstract DataSource empty();

    /** A fresh one with the schema. */
    public DataSource migrated() {
        DataSource dataSource = empty();
        SchemaMigrator.migrate(dataSource);
        return dataSource;
    }

    /**
     * Starts a server with a database {@code payments} for the user and password of {@link #user}; ends with the JVM.
     *
     * @return its JDBC address, with short time-outs; empty if this kind lives inside the application server
     */
    public abstract Optional<String> serve();

    /** A user, and the password, of the database that {@link #serve} started. */
    public abstract List<String> user();

    /**
     * The same database for a user that may only read the table, or also write it; never change the schema.
     *
     * @param privileges what it may do with the table {@code idempotency_record}, as SQL lists privileges
     */
    public abstract DataSource forUserWith(String privileges, DataSource migrated);

    /** Ends another session, as an administrator or a shutdown would; returns when it has ended. */
    public abstract void kill(DataSource database, Connection victim) throws SQLException;

    /** Whether it is a server of its own, which several nodes use. */
    public boolean isServer() {
        return true;
    }

    /** Has the database end the session because it does nothing inside its transaction; returns when it has. */
    public abstract void letItIdle(DataSource database, Connection victim) throws SQLException;

    /** A query for the number of the connection's session. */
    public abstract String ownSession();

    /** A query for how many other sessions wait with a statement of the store. */
    public abstract String waitingSessions();

    /** Statements that let a REPEATABLE READ transaction notice that its row has changed. */
    public List<String> strictSnapshots() {
        return List.of();
    }

    /** The isolation levels, by JDBC's numbers, that the store refuses. */
    public abstract List<Integer> refusedLevels();

    /** The name of one that it takes. */
    public abstract String acceptedLevel();

    /** A literal of bytes. */
    public String bytes(String hex) {
        return "X'" + hex + "'";
    }

    /** A literal for the column {@code body_json}. */
    public String json(String document) {
        return "'" + document + "'";
    }

    /** A query for whether its JSON takes the parameter, which is bytes. */
    public abstract String takesJson();

    /** The query of docs/schema.md for the records whose answer names the charge {@code ch_1}. */
    public abstract String findsCharge();

    /** The primary key of the table, in lower case. */
    public String primaryKey() {
        return "pk_idempotency_record";
    }

    /** Drops it. */
    public String dropPrimaryKey() {
        return "alter table idempotency_record drop constraint " + primaryKey();
    }

    /** Drops the check that refuses what the named rule refuses, and perhaps others with it. */
    public String dropCheck(String rule) {
        return "alter table idempotency_record drop constraint " + rule;
    }

    /** Whether Hibernate, which knows one type of column a Java type, takes the columns of the table. */
    public boolean isValidatedByHibernate() {
        return true;
    }

    /** The SQL for a migration by hand, in the working directory of any module. */
    public Path handWrittenSchema() {
        return Path.of("..", "docs", "schema", name() + ".sql");
    }

    /**
     * Executes a script of statements that end with a semicolon at the end of a line, and commits each. What follows such a
     * line with an indent belongs to the statement, as in the body of a function.
     */
    public static void execute(DataSource dataSource, String script) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The statements of such a script. */
    public static String[] statements(String script) {
        return script.split(";\n(?! )", -1);
    }

    /** The first number that a query returns. */
    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static String newName() {
        return "db" + UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public final String toString() {
        return name();
    }
}
