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
import org.junit.jupiter.api.DisplayName;

@DisplayName("S1: the database itself refuses entries of the audit trail that mean nothing")
class AuditConstraintsTest {

    private static final Map<String, Map<String, String>> ILLEGAL = Map.of(
            "ck_idempotency_audit_state", Map.of("state_before", "'EXPIRED'"),
            "ck_idempotency_audit_verb", Map.of("verb", "'TAMPER'"),
            "ck_idempotency_audit_version", Map.of("version_before", "-1"),
            "ck_idempotency_audit_reason", Map.of("reason", "'too short'"));

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

    private static void insert(DataSource database, Map<String, String> changed) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", "'" + UUID.randomUUID() + "'");
        row.put("record_id", "'" + UUID.randomUUID() + "'");
        row.put("audited_at", "current_timestamp");
        row.put("version_before", "0");
        row.put("state_before", "'IN_PROGRESS'");
        row.put("verb", "'RELEASE'");
        row.put("operation", "'pay'");
        row.put("actor", "'ops'");
        row.put("reason", "'ten chars.'");
        row.putAll(changed);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into idempotency_audit (" + String.join(", ", row.keySet()) + ") values ("
                    + String.join(", ", row.values()) + ")");
        }
    }
}
