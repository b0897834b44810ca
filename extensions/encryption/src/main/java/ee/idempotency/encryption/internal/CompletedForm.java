// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A completed outcome as bytes: status, whether the body was retained, length of the header lines, the lines, the body. */
final class CompletedForm {

    private static final int HEAD = Integer.BYTES + 1 + Integer.BYTES;

    private CompletedForm() {}

    static byte[] write(Outcome.Completed outcome) {
        byte[] headers = Header.format(outcome.headers()).getBytes(StandardCharsets.UTF_8);
        Bytes retained = outcome.body();
        byte[] body = retained == null ? new byte[0] : retained.toArray();
        return ByteBuffer.allocate(HEAD + headers.length + body.length)
                .putInt(outcome.status())
                .put((byte) (retained == null ? 0 : 1))
                .putInt(headers.length)
                .put(headers)
                .put(body)
                .array();
    }

    /** Reads what {@link #write} wrote; it was authenticated before. */
    static Outcome.Completed read(byte[] plain) {
        ByteBuffer buffer = ByteBuffer.wrap(plain);
        int status = buffer.getInt();
        boolean retained = buffer.get() == 1;
        byte[] headers = new byte[buffer.getInt()];
        buffer.get(headers);
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        return new Outcome.Completed(
                status, Header.parse(new String(headers, StandardCharsets.UTF_8)), retained ? Bytes.of(body) : null);
    }
}
