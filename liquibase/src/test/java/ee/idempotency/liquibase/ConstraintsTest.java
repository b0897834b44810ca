// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("S1: illegal states are impossible")
class ConstraintsTest {

    private static final Pattern BYTES = Pattern.compile("X'(\\w+)'");
    private static final String NOW = "current_timestamp";
    private static final String LATER = "current_timestamp + interval '1' hour";
    private static final Map<DatabaseKind, DataSource> MIGRATED =
            Databases.here().stream().collect(Collectors.toMap(kind -> kind, DatabaseKind::migrated));

    /** In a legal row of {@code state}, one column is changed; {@code constraint} must refuse it. */
    record Case(String state, String column, String expression, String constraint) {}

    static Stream<Case> cases() {
        String uuid = "'" + UUID.randomUUID() + "'";
        String bytes32 = bytes(32);
        return Stream.of(
                new Case("IN_PROGRESS", "owner_token", "null", "ck_idempotency_in_progress"),
                new Case("IN_PROGRESS", "lease_until", "null", "ck_idempotency_in_progress"),
                new Case("IN_PROGRESS", "status", "200", "ck_idempotency_in_progress"),
                new Case("IN_PROGRESS", "headers", "''", "ck_idempotency_in_progress"),
                new Case("IN_PROGRESS", "body", bytes(1), "ck_idempotency_in_progress"),
                new Case("IN_PROGRESS", "outcome_hash", bytes32, "ck_idempotency_in_progress"),
                new Case("IN_PROGRESS", "failure_code", "'X'", "ck_idempotency_in_progress"),
                new Case("IN_PROGRESS", "failure_message", "'x'", "ck_idempotency_in_progress"),
                new Case("COMPLETED", "owner_token", uuid, "ck_idempotency_completed"),
                new Case("COMPLETED", "lease_until", LATER, "ck_idempotency_completed"),
                new Case("COMPLETED", "status", "null", "ck_idempotency_completed"),
                new Case("COMPLETED", "headers", "null", "ck_idempotency_completed"),
                new Case("COMPLETED", "outcome_hash", "null", "ck_idempotency_completed"),
                new Case("COMPLETED", "failure_code", "'X'", "ck_idempotency_completed"),
                new Case("COMPLETED", "failure_message", "'x'", "ck_idempotency_completed"),
                new Case("FAILED", "failure_code", "null", "ck_idempotency_failed"),
                new Case("FAILED", "failure_message", "null", "ck_idempotency_failed"),
                new Case("FAILED", "owner_token", uuid, "ck_idempotency_failed"),
                new Case("FAILED", "lease_until", LATER, "ck_idempotency_failed"),
                new Case("FAILED", "status", "200", "ck_idempotency_failed"),
                new Case("FAILED", "headers", "''", "ck_idempotency_failed"),
                new Case("FAILED", "body", bytes(1), "ck_idempotency_failed"),
                new Case("FAILED", "outcome_hash", bytes32, "ck_idempotency_failed"),
                new Case("COMPLETED", "state", "'EXPIRED'", "ck_idempotency_state"),
                new Case("COMPLETED", "attempt", "0", "ck_idempotency_attempt"),
                new Case("COMPLETED", "version", "-1", "ck_idempotency_version"),
                new Case("COMPLETED", "expires_at", NOW, "ck_idempotency_expiry"),
                new Case("COMPLETED", "fingerprint", bytes(32), "ck_idempotency_fingerprint"),
                new Case("COMPLETED", "outcome_hash", bytes(31), "ck_idempotency_outcome_hash"),
                new Case("COMPLETED", "status", "99", "ck_idempotency_status"),
                new Case("COMPLETED", "status", "600", "ck_idempotency_status"),
                new Case("IN_PROGRESS", "body_json", "'1'", "ck_idempotency_body_json"),
                new Case("FAILED", "body_json", "'1'", "ck_idempotency_body_json"));
    }

    static Stream<Arguments> refused() {
        return Databases.here().stream().flatMap(kind -> cases().map(illegal -> Arguments.of(kind, illegal)));
    }

    static Stream<Arguments> legal() {
        return Databases.here().stream()
                .flatMap(kind -> Stream.of(
                                new Case("IN_PROGRESS", "attempt", "2", ""),
                                new Case("COMPLETED", "status", "0", ""),
                                new Case("COMPLETED", "status", "100", ""),
                                new Case("COMPLETED", "status", "599", ""),
                                new Case("COMPLETED", "body", "null", ""),
                                new Case("COMPLETED", "body_json", "'1'", ""),
                                new Case("FAILED", "failure_message", "''", ""))
                        .map(valid -> Arguments.of(kind, valid)));
    }

    @Tag(EveryDatabase.TAG)
    @ParameterizedTest
    @MethodSource("refused")
    void refusesAnIllegalRowByName(DatabaseKind kind, Case illegal) {
        SQLException refused = catchThrowableOfType(SQLException.class, () -> insert(kind, illegal));
        assertThat((Throwable) refused).isNotNull();
        assertThat(refused.getSQLState()).startsWith("23");
        assertThat(refused.getMessage().toLowerCase(Locale.ROOT)).contains(illegal.constraint());
    }

    @Tag(EveryDatabase.TAG)
    @ParameterizedTest
    @MethodSource("legal")
    void acceptsALegalRow(DatabaseKind kind, Case valid) {
        assertThatCode(() -> insert(kind, valid)).doesNotThrowAnyException();
    }

    private static void insert(DatabaseKind kind, Case changed) throws SQLException {
        Map<String, String> row = legalRow(changed.state());
        row.put(changed.column(), changed.expression());
        String sql = "insert into idempotency_record (" + String.join(", ", row.keySet()) + ") values ("
                + String.join(", ", row.values()) + ")";
        String dialect = BYTES.matcher(sql).replaceAll(literal -> kind.bytes(literal.group(1)));
        try (Connection connection = MIGRATED.get(kind).getConnection();
                PreparedStatement statement = connection.prepareStatement(dialect)) {
            statement.executeUpdate();
        }
    }

    private static Map<String, String> legalRow(String state) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", "'" + UUID.randomUUID() + "'");
        row.put("tenant", "'default'");
        row.put("operation", "'pay'");
        row.put("caller", "''");
        row.put("idempotency_key", "'k'");
        row.put("fingerprint", bytes(33));
        row.put("state", "'" + state + "'");
        row.put("attempt", "1");
        row.put("version", "0");
        row.put("never_re_execute", "false");
        row.put("created_at", NOW);
        row.put("expires_at", LATER);
        switch (state) {
            case "IN_PROGRESS" -> {
                row.put("owner_token", "'" + UUID.randomUUID() + "'");
                row.put("lease_until", LATER);
            }
            case "COMPLETED" -> {
                row.put("status", "201");
                row.put("headers", "''");
                row.put("body", bytes(3));
                row.put("outcome_hash", bytes(32));
            }
            default -> {
                row.put("failure_code", "'DECLINED'");
                row.put("failure_message", "'no'");
            }
        }
        return row;
    }

    private static String bytes(int length) {
        return "X'" + String.join("", Collections.nCopies(length, "ab")) + "'";
    }
}
