// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements of the audit trail, on a connection whose transaction somebody else begins and ends. */
final class AuditStatements {

    private static final String READ =
            "select audited_at, operation, verb, state_before, version_before, actor, reason from idempotency_audit"
                    + " where record_id = ? order by audited_at desc, version_before desc, id";

    private final SqlDialect sql;
    private final String insert;

    AuditStatements(SqlDialect sql) {
        this.sql = sql;
        insert = "insert into idempotency_audit (id, record_id, operation, verb, state_before, version_before, actor,"
                + " reason, audited_at) values (?, ?, ?, ?, ?, ?, ?, ?, " + sql.now + ")";
    }

    int add(Connection connection, Summary before, RecordChange change, ChangeNote note) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            new Parameters(statement)
                    .uuid(UUID.randomUUID())
                    .uuid(before.recordKey().value())
                    .text(before.binding().operation())
                    .text(change.verb().name())
                    .text(before.state().name())
                    .number(before.version())
                    .text(note.actor())
                    .text(note.reason());
            return statement.executeUpdate();
        }
    }

    List<AuditEntry> of(Connection connection, RecordKey recordKey, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setMaxRows(limit);
            new Parameters(statement).uuid(recordKey.value());
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new AuditEntry(
                            RecordReader.present(RecordReader.instant(sql, rows, 1)),
                            recordKey,
                            rows.getString(2),
                            RecordChange.Verb.valueOf(rows.getString(3)),
                            State.valueOf(rows.getString(4)),
                            rows.getInt(5),
                            new ChangeNote(rows.getString(6), rows.getString(7))));
                }
            }
            return entries;
        }
    }
}
