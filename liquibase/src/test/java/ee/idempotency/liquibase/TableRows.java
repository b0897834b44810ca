// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Rows of a table with columns {@code id} and others.
 *
 * @param legal the other columns and what they have in a legal row, as SQL
 */
record TableRows(String table, Map<String, String> legal) {

    /** Inserts a legal row, and asserts that each change of one is refused, naming the constraint that it belongs to. */
    void assertRefusesByName(DataSource database, Map<String, Map<String, String>> illegal) throws SQLException {
        insert(database, Map.of());
        for (Map.Entry<String, Map<String, String>> each : illegal.entrySet()) {
            SQLException refused = catchThrowableOfType(SQLException.class, () -> insert(database, each.getValue()));
            assertThat((Throwable) refused).as(each.getKey()).isNotNull();
            assertThat(refused.getSQLState()).startsWith("23");
            assertThat(refused.getMessage().toLowerCase(Locale.ROOT)).contains(each.getKey());
        }
    }

    private void insert(DataSource database, Map<String, String> changed) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>(legal);
        row.put("id", "'" + UUID.randomUUID() + "'");
        row.putAll(changed);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                    + String.join(", ", row.values()) + ")");
        }
    }
}
