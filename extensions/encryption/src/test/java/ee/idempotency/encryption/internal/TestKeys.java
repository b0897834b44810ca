// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.encryption.EncryptionKey;
import ee.idempotency.encryption.EncryptionKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that a test exchanges, destroys and has out of reach. */
final class TestKeys implements EncryptionKeys {

    final Set<String> destroyed = new HashSet<>();
    volatile List<EncryptionKey> current;
    volatile List<SecretKey> ofFingerprints = List.of();
    volatile boolean away;

    TestKeys(String... ids) {
        current = keys(ids);
    }

    static List<EncryptionKey> keys(String... ids) {
        return Stream.of(ids)
                .map(id -> new EncryptionKey(id, new SecretKeySpec(bytes(id), "AES")))
                .toList();
    }

    static SecretKey fingerprintKey(String name) {
        return new SecretKeySpec(bytes(name), "HmacSHA256");
    }

    static String base64(String name) {
        return Base64.getEncoder().encodeToString(bytes(name));
    }

    private static byte[] bytes(String name) {
        byte[] key = new byte[EncryptionKey.KEY_BYTES];
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, key, 0, text.length);
        return key;
    }

    @Override
    public List<EncryptionKey> of(String tenant) {
        if (away) {
            throw new StoreUnavailableException("the key service does not answer", null);
        }
        return current;
    }

    @Override
    public boolean isDestroyed(String tenant, String id) {
        return destroyed.contains(id);
    }

    @Override
    public List<SecretKey> fingerprintKeys() {
        return ofFingerprints;
    }
}
