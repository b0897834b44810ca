// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** The bytes of a body, or of its beginning and then what is still to come. */
final class FormBody {

    private final byte[] bytes;
    private final InputStream rest;
    private final boolean tooLong;

    private FormBody(byte[] bytes, InputStream rest, boolean tooLong) {
        this.bytes = bytes;
        this.rest = rest;
        this.tooLong = tooLong;
    }

    static FormBody read(InputStream source, int limit) throws IOException {
        byte[] bytes = source.readNBytes(limit + 1);
        return new FormBody(bytes, source, bytes.length > limit);
    }

    boolean isTooLong() {
        return tooLong;
    }

    byte[] bytes() {
        return bytes;
    }

    ServletInputStream open() {
        InputStream kept = new ByteArrayInputStream(bytes);
        return new FormInputStream(tooLong ? new SequenceInputStream(kept, rest) : kept);
    }
}
