// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store.internal;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Fingerprint;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of an {@link Entry} in bytes: a version, the fields in one order, texts and bytes by their lengths. Integers are
 * big-endian. A form that was not written so is reported as damaged, by work that is bounded by its length.
 */
public final class EntryFormat {

    private static final byte VERSION = 1;
    private static final byte IN_PROGRESS = 0;
    private static final byte COMPLETED = 1;
    private static final byte COMPLETED_WITHOUT_BODY = 2;
    private static final byte FAILED = 3;

    private EntryFormat() {}

    /** Writes an entry; the lease and the retention that its first claim asked for are not kept, only when they end. */
    public static Bytes write(Entry entry) {
        FieldWriter fields = new FieldWriter().number(VERSION);
        ClaimRequest request = entry.request();
        fields.text(request.binding().tenant())
                .text(request.binding().operation())
                .text(request.binding().caller())
                .text(request.binding().key())
                .bytes(Bytes.of(request.fingerprint().toBytes()))
                .text(request.onLeaseLost().name())
                .number(entry.ownership().ownerToken().getMostSignificantBits())
                .number(entry.ownership().ownerToken().getLeastSignificantBits())
                .number(entry.ownership().attempt())
                .number(entry.ownership().version());
        instant(fields, entry.createdAt());
        instant(fields, entry.leaseUntil());
        instant(fields, entry.expiresAt());
        outcome(fields, entry.outcome());
        return fields.toBytes();
    }

    private static void instant(FieldWriter fields, Instant time) {
        fields.number(time.getEpochSecond()).number(time.getNano());
    }

    private static void outcome(FieldWriter fields, @Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            Bytes body = completed.body();
            fields.number(body == null ? COMPLETED_WITHOUT_BODY : COMPLETED)
                    .number(completed.status())
                    .text(Header.format(completed.headers()))
                    .bytes(body == null ? Bytes.EMPTY : body)
                    .bytes(completed.hash());
        } else if (outcome instanceof Outcome.Failed failed) {
            fields.number(FAILED).text(failed.code()).text(failed.message());
        } else {
            fields.number(IN_PROGRESS);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws DamagedRecordException if {@code value} is anything else; the message quotes nothing of it
     */
    public static Entry read(RecordKey recordKey, Bytes value) {
        try {
            FieldReader fields = new FieldReader(value);
            if (fields.number() != VERSION) {
                throw new IllegalArgumentException("its version is unknown");
            }
            Entry entry = entry(recordKey, fields);
            fields.end();
            return entry;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | InvalidKeyException unreadable) {
            throw new DamagedRecordException("Record [" + recordKey + "]", "its value cannot be read");
        }
    }

    private static Entry entry(RecordKey recordKey, FieldReader fields) {
        Binding binding = new Binding(fields.text(), fields.text(), fields.text(), fields.text());
        Fingerprint fingerprint = Fingerprint.fromBytes(fields.bytes().toArray());
        OnLeaseLost onLeaseLost = OnLeaseLost.valueOf(fields.text());
        UUID token = new UUID(fields.number(), fields.number());
        Ownership ownership = new Ownership(recordKey, token, fields.integer(), fields.integer());
        Instant createdAt = instant(fields);
        Instant leaseUntil = instant(fields);
        Instant expiresAt = instant(fields);
        Outcome outcome = outcome(recordKey, fields);
        ClaimRequest request = new ClaimRequest(
                recordKey, binding, fingerprint, token, Duration.ZERO, Duration.ZERO, onLeaseLost, List.of());
        return new Entry(request, ownership, createdAt, leaseUntil, expiresAt, outcome);
    }

    private static Instant instant(FieldReader fields) {
        return Instant.ofEpochSecond(fields.number(), fields.integer());
    }

    private static @Nullable Outcome outcome(RecordKey recordKey, FieldReader fields) {
        int kind = fields.integer();
        if (kind == COMPLETED || kind == COMPLETED_WITHOUT_BODY) {
            int status = fields.integer();
            List<Header> headers = Header.parse(fields.text());
            Bytes body = fields.bytes();
            return new Outcome.Completed(status, headers, kind == COMPLETED ? body : null)
                    .verified(recordKey, fields.bytes());
        }
        if (kind == FAILED) {
            return new Outcome.Failed(fields.text(), fields.text());
        }
        if (kind != IN_PROGRESS) {
            throw new IllegalArgumentException("its state is unknown");
        }
        return null;
    }
}
