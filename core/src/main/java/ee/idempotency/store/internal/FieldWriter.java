// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store.internal;

import ee.idempotency.internal.Utf8;
import ee.idempotency.spi.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes fields one after another. Not thread-safe. */
final class FieldWriter {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    FieldWriter number(long number) {
        written.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    FieldWriter text(String text) {
        return bytes(Bytes.of(
                Utf8.encode(text).orElseThrow(() -> new IllegalArgumentException("A text holds half a character"))));
    }

    FieldWriter bytes(Bytes bytes) {
        number(bytes.length());
        written.writeBytes(bytes.toArray());
        return this;
    }

    Bytes toBytes() {
        return Bytes.of(written.toByteArray());
    }
}
