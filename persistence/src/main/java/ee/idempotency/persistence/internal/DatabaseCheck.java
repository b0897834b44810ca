// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.StoreUnavailableException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares a database and its table with what the store needs, and writes nothing. */
final class DatabaseCheck {

    private static final String TABLE = "idempotency_record";

    private static final List<String> CHECKS = List.of(
            "ck_idempotency_state",
            "ck_idempotency_in_progress",
            "ck_idempotency_completed",
            "ck_idempotency_failed",
            "ck_idempotency_attempt",
            "ck_idempotency_version",
            "ck_idempotency_expiry",
            "ck_idempotency_fingerprint",
            "ck_idempotency_outcome_hash",
            "ck_idempotency_status",
            "ck_idempotency_body_json");

    private final Connection connection;
    private final List<String> problems = new ArrayList<>();

    private DatabaseCheck(Connection connection) {
        this.connection = connection;
    }

    /** What is wrong with the database behind a connection, each problem with its cure; empty if nothing is. */
    static List<String> problems(Connection connection) throws SQLException {
        DatabaseCheck check = new DatabaseCheck(connection);
        check.run();
        return check.problems;
    }

    private void run() throws SQLException {
        SqlDialect sql;
        try {
            sql = KnownDatabase.dialectOf(connection);
        } catch (StoreUnavailableException otherKind) {
            problems.add(String.valueOf(otherKind.getMessage()));
            return;
        }
        DatabaseRequirements requirements = sql.requirements();
        checkVersion(requirements);
        checkIsolation(requirements);
        Set<String> constraints = lowerCaseNames(requirements.constraints());
        Set<String> columns = columns(requirements);
        if (!columns.isEmpty()) {
            checkColumns(columns, requirements);
            checkConstraints(constraints, requirements);
        }
    }

    private void checkVersion(DatabaseRequirements requirements) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        DatabaseRequirements.Version found = new DatabaseRequirements.Version(
                metaData.getDatabaseMajorVersion(), metaData.getDatabaseMinorVersion());
        if (requirements.oldest().isAfter(found)) {
            problems.add(metaData.getDatabaseProductName() + " is of version " + found + ": it must be "
                    + requirements.oldest() + " or later");
        }
    }

    private void checkIsolation(DatabaseRequirements requirements) throws SQLException {
        int level = connection.getTransactionIsolation();
        if (!requirements.levels().containsKey(level)) {
            problems.add("The isolation level of the connections is JDBC's " + level
                    + ": set that of the data source to one of "
                    + requirements.levels().values());
        }
    }

    /** Those of the table; empty, with the problem reported, if there is none. */
    private Set<String> columns(DatabaseRequirements requirements) {
        Set<String> names = new LinkedHashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("select * from " + TABLE + " where 1 = 0");
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData metaData = rows.getMetaData();
            for (int column = 1; column <= metaData.getColumnCount(); column++) {
                names.add(metaData.getColumnName(column).toLowerCase(Locale.ROOT));
            }
        } catch (SQLException absent) {
            problems.add("There is no table " + TABLE + " that its user can read (SQLState " + absent.getSQLState()
                    + "): " + toMigrate(requirements));
        }
        return names;
    }

    private void checkColumns(Set<String> found, DatabaseRequirements requirements) throws SQLException {
        List<String> missing = new ArrayList<>(SqlDialect.TABLE_COLUMNS);
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            problems.add("The table " + TABLE + " is of another version, without " + missing + ": "
                    + toMigrate(requirements));
        }
        List<String> unknown = new ArrayList<>(found);
        unknown.removeAll(SqlDialect.TABLE_COLUMNS);
        for (String column : unknown) {
            if (mustBeSet(column)) {
                problems.add("The table " + TABLE + " is of another version, whose column " + column
                        + " this one cannot fill: use the release of Idempotency EE that made it");
            }
        }
    }

    private boolean mustBeSet(String column) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        boolean isUpperCase = metaData.storesUpperCaseIdentifiers();
        try (ResultSet described = metaData.getColumns(
                connection.getCatalog(),
                connection.getSchema(),
                isUpperCase ? TABLE.toUpperCase(Locale.ROOT) : TABLE,
                isUpperCase ? column.toUpperCase(Locale.ROOT) : column)) {
            return described.next()
                    && "NO".equals(described.getString("IS_NULLABLE"))
                    && described.getString("COLUMN_DEF") == null;
        }
    }

    private void checkConstraints(Set<String> found, DatabaseRequirements requirements) {
        if (found.isEmpty()) { // MariaDB hides them from a user who may only read
            problems.add("No constraint of the table " + TABLE + " is visible to the user of the data source: "
                    + FailureCure.GRANT + "; if it has these rights, add the constraints as " + requirements.script()
                    + " has them");
            return;
        }
        List<String> missing = new ArrayList<>(CHECKS);
        missing.add(requirements.primaryKey());
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            problems.add("The table " + TABLE + " lacks the constraints " + missing + ": add them as "
                    + requirements.script() + " has them");
        }
    }

    private static String toMigrate(DatabaseRequirements requirements) {
        return "run " + requirements.script()
                + " or a newer one's changes, or put idempotency-liquibase into the application"
                + " and leave idempotency.migrate at true";
    }

    private Set<String> lowerCaseNames(String query) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
