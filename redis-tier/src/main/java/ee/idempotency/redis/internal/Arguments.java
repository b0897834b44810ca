// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.spi.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The arguments of a script, in order. */
final class Arguments {

    private final List<byte[]> values = new ArrayList<>();

    Arguments text(String value) {
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    Arguments raw(byte[] value) {
        values.add(value);
        return this;
    }

    Arguments bytes(Bytes value) {
        return raw(value.toArray());
    }

    Arguments number(long value) {
        return text(Long.toString(value));
    }

    Arguments flag(boolean value) {
        return text(value ? "1" : "0");
    }

    Arguments millis(Duration value) {
        return number(value.toMillis());
    }

    Arguments token(UUID value) {
        return text(value.toString());
    }

    List<byte[]> toList() {
        return values;
    }
}
