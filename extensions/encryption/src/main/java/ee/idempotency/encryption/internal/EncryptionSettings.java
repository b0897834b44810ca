// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.encryption.EncryptionKey;
import ee.idempotency.encryption.EncryptionKeys;
import ee.idempotency.settings.SettingsReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Settings of the encryption jar, from MicroProfile Config. No problem shows a key.
 *
 * @param keys what outcomes are encrypted with, the current one first; empty if a bean has them
 * @param destroyed ids of keys that are gone for good
 * @param fingerprintKeys what fingerprints are made with, the current one first; empty for plain ones
 * @param acceptPlain whether outcomes and fingerprints from before the encryption are still read
 */
record EncryptionSettings(
        List<EncryptionKey> keys, Set<String> destroyed, List<SecretKey> fingerprintKeys, boolean acceptPlain) {

    /**
     * {@value}: {@code id:base64 of 32 bytes}, separated by commas, the current key first. Without it the application has a bean
     * of the type {@link EncryptionKeys}.
     */
    public static final String KEYS = "idempotency.encryption.keys";
    /** {@value}: ids, separated by commas, default none: what they encrypted is reported as not retained. */
    public static final String DESTROYED_KEYS = "idempotency.encryption.destroyed-keys";
    /** {@value}: base64 of 32 bytes or more, separated by commas, the current one first; default none: fingerprints are plain. */
    public static final String FINGERPRINT_KEYS = "idempotency.encryption.fingerprint-keys";
    /**
     * {@value}: {@code true} or {@code false} (default): {@code true} while records from before the encryption, or of nodes
     * without it, are met. Who can write to the database can then replace an encrypted outcome by a plain one.
     */
    public static final String ACCEPT_PLAIN = "idempotency.encryption.accept-plain";

    private static final String ID_RULE = "must be ids of keys, separated by commas";

    /** Copies the collections. */
    public EncryptionSettings {
        keys = List.copyOf(keys);
        destroyed = Set.copyOf(destroyed);
        fingerprintKeys = List.copyOf(fingerprintKeys);
    }

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    public static EncryptionSettings read(SettingsReader reader) {
        List<EncryptionKey> keys = keys(reader);
        Set<String> destroyed = reader.texts(
                DESTROYED_KEYS, Set.of(), "[A-Za-z0-9._-]{1," + EncryptionKey.MAX_ID_LENGTH + "}", ID_RULE);
        keys.stream()
                .map(EncryptionKey::id)
                .filter(destroyed::contains)
                .forEach(id -> reader.problem(KEYS + ": '" + id + "' is also one of " + DESTROYED_KEYS
                        + "; a key that is there is not destroyed"));
        return new EncryptionSettings(keys, destroyed, fingerprintKeys(reader), reader.flag(ACCEPT_PLAIN, false));
    }

    private static List<EncryptionKey> keys(SettingsReader reader) {
        List<EncryptionKey> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String entry : entries(reader.secret(KEYS))) {
            int colon = entry.indexOf(':');
            Optional<byte[]> key = decoded(entry.substring(colon + 1));
            if (colon < 0 || key.isEmpty()) {
                reader.problem(KEYS + ": entry " + (keys.size() + 1)
                        + " is not id:base64; separate the keys by commas, such as k2:...,k1:...");
                return List.of();
            }
            try {
                keys.add(new EncryptionKey(entry.substring(0, colon), new SecretKeySpec(key.get(), "AES")));
            } catch (IllegalArgumentException wrong) {
                reader.problem(KEYS + ": " + wrong.getMessage());
                return List.of();
            }
            if (!ids.add(entry.substring(0, colon))) {
                reader.problem(KEYS + ": the id '" + entry.substring(0, colon) + "' is there twice");
            }
        }
        return keys;
    }

    private static List<SecretKey> fingerprintKeys(SettingsReader reader) {
        List<SecretKey> keys = new ArrayList<>();
        for (String entry : entries(reader.secret(FINGERPRINT_KEYS))) {
            Optional<byte[]> key = decoded(entry).filter(bytes -> bytes.length >= EncryptionKey.KEY_BYTES);
            if (key.isEmpty()) {
                reader.problem(FINGERPRINT_KEYS + ": entry " + (keys.size() + 1) + " is not base64 of "
                        + EncryptionKey.KEY_BYTES + " bytes or more; make one by: openssl rand -base64 "
                        + EncryptionKey.KEY_BYTES);
                return List.of();
            }
            keys.add(new SecretKeySpec(key.get(), "HmacSHA256"));
        }
        return keys;
    }

    private static List<String> entries(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*", -1));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length > 0);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The number of keys: none of them is shown. */
    @Override
    public String toString() {
        return "EncryptionSettings[" + keys + ", destroyed=" + destroyed + ", fingerprintKeys=" + fingerprintKeys.size()
                + ", acceptPlain=" + acceptPlain + "]";
    }
}
