// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a record for {@code lookup}. */
final class RecordReader {

    private RecordReader() {}

    /** Reads the columns of {@link SqlDialect#lookup}; empty if the record has expired. */
    static Optional<IdempotencyRecord> read(SqlDialect sql, ResultSet rows, RecordKey recordKey) throws SQLException {
        Row row = Row.read(rows, 1);
        Instant createdAt = present(instant(sql, rows, Row.COLUMNS + 1));
        Instant expiresAt = present(instant(sql, rows, Row.COLUMNS + 2));
        Instant leaseUntil = instant(sql, rows, Row.COLUMNS + 3);
        if (row.found(recordKey).isExpired()) {
            return Optional.empty();
        }
        return Optional.of(new IdempotencyRecord(
                recordKey,
                row.binding(recordKey),
                row.parseFingerprint(recordKey),
                row.state(),
                row.attempt(),
                row.version(),
                Optional.ofNullable(leaseUntil),
                row.onLeaseLost(),
                createdAt,
                expiresAt,
                Optional.ofNullable(verified(row, recordKey))));
    }

    private static @Nullable Outcome verified(Row row, RecordKey recordKey) {
        Outcome outcome = row.outcome(recordKey);
        return outcome instanceof Outcome.Completed completed ? row.verified(recordKey, completed) : outcome;
    }

    static @Nullable Instant instant(SqlDialect sql, ResultSet rows, int column) throws SQLException {
        OffsetDateTime stored = sql.time(rows, column);
        return stored == null ? null : stored.toInstant();
    }

    static Instant present(@Nullable Instant stored) throws SQLException {
        if (stored == null) {
            throw new SQLException("A column that is not null was read as null");
        }
        return stored;
    }
}
