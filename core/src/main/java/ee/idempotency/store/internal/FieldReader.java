// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store.internal;

import ee.idempotency.spi.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link FieldWriter} wrote; throws {@code IllegalArgumentException} for anything else. Not thread-safe. */
final class FieldReader {

    private final ByteBuffer left;

    FieldReader(Bytes value) {
        left = ByteBuffer.wrap(value.toArray());
    }

    long number() {
        if (left.remaining() < Long.BYTES) {
            throw new IllegalArgumentException("it is too short");
        }
        return left.getLong();
    }

    int integer() {
        return Math.toIntExact(number());
    }

    String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(slice()).toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("a text is malformed", malformed);
        }
    }

    Bytes bytes() {
        ByteBuffer slice = slice();
        byte[] bytes = new byte[slice.remaining()];
        slice.get(bytes);
        return Bytes.of(bytes);
    }

    private ByteBuffer slice() {
        long length = number();
        if (length < 0 || length > left.remaining()) {
            throw new IllegalArgumentException("it is too short");
        }
        ByteBuffer slice = left.slice(left.position(), (int) length);
        left.position(left.position() + (int) length);
        return slice;
    }

    void end() {
        if (left.hasRemaining()) {
            throw new IllegalArgumentException("it is too long");
        }
    }
}
