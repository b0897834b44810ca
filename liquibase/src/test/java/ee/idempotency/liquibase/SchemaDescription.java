// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What a database knows of our tables and functions, as lines that can be compared. */
final class SchemaDescription {

    private SchemaDescription() {}

    static Set<String> of(DataSource dataSource) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Connection connection = dataSource.getConnection()) {
            collect(connection, lines, """
                    select table_name, column_name, ordinal_position, data_type, character_maximum_length, is_nullable
                    from information_schema.columns
                    where lower(table_name) in ('idempotency_record', 'idempotency_audit', 'idempotency_outbox') and table_schema = ?""");
            collect(connection, lines, """
                    select t.constraint_name, t.constraint_type, c.check_clause
                    from information_schema.table_constraints t
                    left join information_schema.check_constraints c
                      on c.constraint_name = t.constraint_name and c.constraint_schema = t.constraint_schema
                    where lower(t.table_name) in ('idempotency_record', 'idempotency_audit', 'idempotency_outbox') and t.table_schema = ?
                      and (t.constraint_type in ('PRIMARY KEY', 'UNIQUE') or lower(t.constraint_name) like 'ck_%')""");
            collect(connection, lines, """
                    select routine_name, routine_definition from information_schema.routines
                    where lower(routine_name) like 'idempotency%' and routine_schema = ?""");
            collectIndexes(connection, lines, "idempotency_record");
            collectIndexes(connection, lines, "idempotency_audit");
            collectIndexes(connection, lines, "idempotency_outbox");
        }
        return lines;
    }

    private static void collectIndexes(Connection connection, Set<String> lines, String table) throws SQLException {
        String name = connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet indexes =
                connection.getMetaData().getIndexInfo(connection.getCatalog(), null, name, false, true)) {
            while (indexes.next()) {
                lines.add("index of " + table + " on " + indexes.getString("COLUMN_NAME"));
            }
        }
    }

    private static void collect(Connection connection, Set<String> lines, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schema(connection));
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int column = 1; column <= columns; column++) {
                        line.append(rows.getString(column)).append(" | ");
                    }
                    lines.add(line.toString());
                }
            }
        }
    }

    /** MariaDB has databases and no schemas, and its driver calls them catalogs. */
    private static String schema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? connection.getCatalog() : schema;
    }
}
