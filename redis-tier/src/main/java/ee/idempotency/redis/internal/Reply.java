// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list that a script answers with. A field that is missing or no number is a damaged record. */
public final class Reply {

    private final RecordKey recordKey;
    private final List<Object> fields;

    Reply(RecordKey recordKey, List<?> fields) {
        this.recordKey = recordKey;
        this.fields = new ArrayList<>(fields);
    }

    RecordKey recordKey() {
        return recordKey;
    }

    boolean isAbsent(int index) {
        return index >= fields.size() || fields.get(index) == null;
    }

    byte[] raw(int index) {
        if (isAbsent(index) || !(fields.get(index) instanceof byte[] content)) {
            throw damaged("a field is missing");
        }
        return content;
    }

    String text(int index) {
        return new String(raw(index), StandardCharsets.UTF_8);
    }

    Bytes bytes(int index) {
        return Bytes.of(raw(index));
    }

    @Nullable
    Bytes bytesOrNull(int index) {
        return isAbsent(index) ? null : bytes(index);
    }

    long number(int index) {
        if (!isAbsent(index) && fields.get(index) instanceof Long number) {
            return number;
        }
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException noNumber) {
            throw damaged("a field is no number");
        }
    }

    Instant time(int index) {
        return Instant.ofEpochMilli(number(index));
    }

    DamagedRecordException damaged(String damage) {
        return new DamagedRecordException("Record [" + recordKey + "]", damage);
    }
}
