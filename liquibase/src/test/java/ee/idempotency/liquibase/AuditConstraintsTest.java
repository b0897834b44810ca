// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;

@DisplayName("S1: the database itself refuses entries of the audit trail that mean nothing")
class AuditConstraintsTest {

    private static final Map<String, Map<String, String>> ILLEGAL = Map.of(
            "ck_idempotency_audit_state", Map.of("state_before", "'EXPIRED'"),
            "ck_idempotency_audit_verb", Map.of("verb", "'TAMPER'"),
            "ck_idempotency_audit_version", Map.of("version_before", "-1"),
            "ck_idempotency_audit_reason", Map.of("reason", "'too short'"));

    private static final TableRows ROWS = new TableRows(
            "idempotency_audit",
            Map.ofEntries(
                    Map.entry("record_id", "'" + UUID.randomUUID() + "'"),
                    Map.entry("audited_at", "current_timestamp"),
                    Map.entry("version_before", "0"),
                    Map.entry("state_before", "'IN_PROGRESS'"),
                    Map.entry("verb", "'RELEASE'"),
                    Map.entry("operation", "'pay'"),
                    Map.entry("actor", "'ops'"),
                    Map.entry("reason", "'ten chars.'")));

    @EveryDatabase
    void refusesAnIllegalEntryByName(DatabaseKind kind) throws SQLException {
        ROWS.assertRefusesByName(kind.migrated(), ILLEGAL);
    }
}
