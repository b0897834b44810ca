// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Fingerprint;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimRules;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table, with the questions of time already answered by the database's clock. */
record Row(
        String tenant,
        String operation,
        String caller,
        String key,
        Bytes fingerprint,
        State state,
        @Nullable UUID ownerToken,
        int attempt,
        int version,
        boolean neverReExecute,
        int status,
        @Nullable String headers,
        @Nullable Bytes body,
        @Nullable Bytes outcomeHash,
        @Nullable String failureCode,
        @Nullable String failureMessage,
        long leaseRemainingMicros,
        boolean retentionOver) {

    /** How many columns {@link SqlDialect#columns} has. */
    static final int COLUMNS = 18;

    /** Whether an outer join found a row, whose columns begin at {@code first}. */
    static boolean isPresent(ResultSet rows, int first) throws SQLException {
        return rows.getString(first) != null;
    }

    /** Reads the columns of {@link SqlDialect#columns} that begin at {@code first}. */
    static Row read(ResultSet rows, int first) throws SQLException {
        return new Row(
                rows.getString(first),
                rows.getString(first + 1),
                rows.getString(first + 2),
                rows.getString(first + 3),
                Bytes.wrap(rows.getBytes(first + 4)),
                State.valueOf(rows.getString(first + 5)),
                rows.getObject(first + 6, UUID.class),
                rows.getInt(first + 7),
                rows.getInt(first + 8),
                rows.getBoolean(first + 9),
                rows.getInt(first + 10),
                rows.getString(first + 11),
                bytes(rows, first + 12),
                bytes(rows, first + 13),
                rows.getString(first + 14),
                rows.getString(first + 15),
                rows.getLong(first + 16),
                rows.getBoolean(first + 17));
    }

    private static @Nullable Bytes bytes(ResultSet rows, int column) throws SQLException {
        byte[] content = rows.getBytes(column);
        return content == null ? null : Bytes.wrap(content);
    }

    /** As {@link ClaimRules} wants it; the outcome is not verified yet. */
    ClaimRules.Found found(RecordKey recordKey) {
        return new ClaimRules.Found(
                binding(recordKey),
                parseFingerprint(recordKey),
                state,
                ownerToken == null ? null : new Ownership(recordKey, ownerToken, attempt, version),
                onLeaseLost(),
                Duration.of(leaseRemainingMicros, ChronoUnit.MICROS),
                retentionOver,
                retentionOver ? null : outcome(recordKey)); // damage of what counts as absent stops nobody
    }

    Binding binding(RecordKey recordKey) {
        try {
            return new Binding(tenant, operation, caller, key);
        } catch (InvalidKeyException invalid) {
            throw damaged(recordKey, "its binding is invalid");
        }
    }

    Fingerprint parseFingerprint(RecordKey recordKey) {
        try {
            return Fingerprint.fromBytes(fingerprint.toArray());
        } catch (IllegalArgumentException unknown) {
            throw damaged(recordKey, "its fingerprint is of an unknown version");
        }
    }

    OnLeaseLost onLeaseLost() {
        return neverReExecute ? OnLeaseLost.NEVER_RE_EXECUTE : OnLeaseLost.TAKE_OVER;
    }

    /** The outcome as stored; null while in progress. */
    @Nullable
    Outcome outcome(RecordKey recordKey) {
        return switch (state) {
            case IN_PROGRESS -> null;
            case COMPLETED -> new Outcome.Completed(status, parseHeaders(recordKey), body);
            case FAILED -> new Outcome.Failed(present(failureCode), present(failureMessage));
        };
    }

    private List<Header> parseHeaders(RecordKey recordKey) {
        try {
            return Header.parse(present(headers));
        } catch (IllegalArgumentException invalid) {
            throw damaged(recordKey, "one of its header lines is none");
        }
    }

    /**
     * The outcome, compared with its hash.
     *
     * @throws DamagedRecordException if they differ
     */
    Outcome.Completed verified(RecordKey recordKey, Outcome.Completed outcome) {
        if (outcomeHash == null) {
            throw damaged(recordKey, "the SHA-256 of the stored answer is missing");
        }
        return outcome.verified(recordKey, outcomeHash);
    }

    /**
     * Whether this is what {@code writer} left when it settled its claim so. The version distinguishes the lives of a
     * record, so attempt and version are one attempt's alone.
     */
    boolean wasSettledBy(Ownership writer, Outcome how) {
        return attempt == writer.attempt()
                && version == writer.version() + 1
                && how.equals(outcome(writer.recordKey()));
    }

    private static String present(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static DamagedRecordException damaged(RecordKey recordKey, String damage) {
        return new DamagedRecordException("Record [" + recordKey + "]", damage);
    }
}
