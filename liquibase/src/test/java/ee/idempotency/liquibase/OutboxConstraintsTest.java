// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@DisplayName("S1: the database itself refuses events of the outbox that mean nothing")
class OutboxConstraintsTest {

    private static final Map<String, Map<String, String>> ILLEGAL = Map.of(
            "ck_idempotency_outbox_state", Map.of("state", "'LOST'"),
            "ck_idempotency_outbox_sending", Map.of("state", "'SENDING'"),
            "ck_idempotency_outbox_due", Map.of("state", "'DEAD'"),
            "ck_idempotency_outbox_tries", Map.of("tries", "-1"));

    private static final TableRows ROWS = new TableRows(
            "idempotency_outbox",
            Map.ofEntries(
                    Map.entry("aggregatetype", "'order'"),
                    Map.entry("aggregateid", "'17'"),
                    Map.entry("type", "'OrderPlaced'"),
                    Map.entry("payload", "'{}'"),
                    Map.entry("created_at", "current_timestamp"),
                    Map.entry("due_at", "current_timestamp"),
                    Map.entry("tries", "0"),
                    Map.entry("state", "'WAITING'"),
                    Map.entry("tenant", "'default'")));

    @EveryDatabase
    void refusesAnIllegalEntryByName(DatabaseKind kind) throws SQLException {
        ROWS.assertRefusesByName(kind.migrated(), ILLEGAL);
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
}
