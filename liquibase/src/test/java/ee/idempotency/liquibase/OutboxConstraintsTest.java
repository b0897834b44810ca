// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("S1: the database itself refuses events of the outbox that mean nothing")
class OutboxConstraintsTest {

    private static final Map<String, Map<String, String>> ILLEGAL = Map.of(
            "ck_idempotency_outbox_state", Map.of("state", "'LOST'"),
            "ck_idempotency_outbox_sending", Map.of("state", "'SENDING'"),
            "ck_idempotency_outbox_due", Map.of("state", "'DEAD'"),
            "ck_idempotency_outbox_tries", Map.of("tries", "-1"));

    @EveryDatabase
    void refusesAnIllegalEntryByName(DatabaseKind kind) throws SQLException {
        DataSource database = kind.migrated();
        insert(database, Map.of());
        for (Map.Entry<String, Map<String, String>> illegal : ILLEGAL.entrySet()) {
            SQLException refused = catchThrowableOfType(SQLException.class, () -> insert(database, illegal.getValue()));
            assertThat((Throwable) refused).as(illegal.getKey()).isNotNull();
            assertThat(refused.getSQLState()).startsWith("23");
            assertThat(refused.getMessage().toLowerCase(Locale.ROOT)).contains(illegal.getKey());
        }
    }

    /** Debezium's event router reads them under these names, in no order; but so they are found by those who know it. */
    @EveryDatabase
    void beginsWithTheColumnsOfDebeziumsEventRouter(DatabaseKind kind) throws SQLException {
        try (Connection connection = kind.migrated().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from idempotency_outbox")) {
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= 5; column++) {
                names.add(rows.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT));
            }
            assertThat(names).containsExactly("id", "aggregatetype", "aggregateid", "type", "payload");
        }
    }

    private static void insert(DataSource database, Map<String, String> changed) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", "'" + UUID.randomUUID() + "'");
        row.put("aggregatetype", "'order'");
        row.put("aggregateid", "'17'");
        row.put("type", "'OrderPlaced'");
        row.put("payload", "'{}'");
        row.put("created_at", "current_timestamp");
        row.put("due_at", "current_timestamp");
        row.put("tries", "0");
        row.put("state", "'WAITING'");
        row.put("tenant", "'default'");
        row.putAll(changed);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into idempotency_outbox (" + String.join(", ", row.keySet()) + ") values ("
                    + String.join(", ", row.values()) + ")");
        }
    }
}
