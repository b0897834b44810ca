// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.encryption.EncryptionKey;
import ee.idempotency.spi.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is stored in place of an outcome: a version, the length of the key's id, the id, and the {@linkplain RecordCipher text}.
 *
 * @param keyId the id of the encryption key
 */
record SealedText(String keyId, Bytes text) {

    /** What this is longer than its id and its text, in bytes. */
    static final int OVERHEAD = 2;

    private static final byte VERSION = 1;

    byte[] toBytes() {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(OVERHEAD + id.length + text.length())
                .put(VERSION)
                .put((byte) id.length)
                .put(id)
                .put(text.toArray())
                .array();
    }

    /** Reads it; empty if it is none. */
    static Optional<SealedText> parse(byte[] stored) {
        if (stored.length < OVERHEAD || stored[0] != VERSION || stored[1] < 1 || stored.length < OVERHEAD + stored[1]) {
            return Optional.empty();
        }
        ByteBuffer rest = ByteBuffer.wrap(stored, OVERHEAD, stored.length - OVERHEAD);
        byte[] id = new byte[stored[1]];
        rest.get(id);
        byte[] text = new byte[rest.remaining()];
        rest.get(text);
        return Optional.of(new SealedText(new String(id, StandardCharsets.US_ASCII), Bytes.of(text)))
                .filter(read -> EncryptionKey.isId(read.keyId()));
    }
}
