// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.encryption.EncryptionKey;
import ee.idempotency.spi.HmacSha256;
import ee.idempotency.spi.RecordKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM for one record (NIST SP 800-38D). The key is derived from the encryption key and the record key by HMAC-SHA-256,
 * so that the number of outcomes is not limited by that of random nonces; the record key and what else the text is bound to
 * are authenticated with it. Text: the nonce of 12 bytes, the ciphertext, the tag of 16. Thread-safe.
 */
final class RecordCipher {

    /** What a text is longer than what it hides, in bytes. */
    static final int OVERHEAD = 12 + 16;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String DERIVATION = "idempotency-encryption/v1";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final byte[] bound;

    /** A cipher for the texts of {@code recordKey} that are bound to {@code context} too. */
    RecordCipher(EncryptionKey encryptionKey, RecordKey recordKey, String context) {
        byte[] record = bytes(recordKey);
        this.key = new SecretKeySpec(
                HmacSha256.of(encryptionKey.key().getEncoded(), DERIVATION.getBytes(StandardCharsets.UTF_8), record),
                "AES");
        byte[] text = context.getBytes(StandardCharsets.UTF_8);
        this.bound = ByteBuffer.allocate(record.length + text.length)
                .put(record)
                .put(text)
                .array();
    }

    /** The 128 bits of a record key. */
    static byte[] bytes(RecordKey recordKey) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(recordKey.value().getMostSignificantBits())
                .putLong(recordKey.value().getLeastSignificantBits())
                .array();
    }

    byte[] encrypt(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK cannot encrypt by AES/GCM with 256 bits", missing);
        }
    }

    /** Empty if the text is not one of this record and context and key, as it was written. */
    Optional<byte[]> decrypt(byte[] text) {
        if (text.length < OVERHEAD) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(text);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(text, NONCE_BYTES, buffer.remaining()));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK cannot decrypt by AES/GCM with 256 bits", missing);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
