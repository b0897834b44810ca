// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption;

import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * A key that outcomes are encrypted with, and the name that is stored beside them.
 *
 * @param id 1 to {@value #MAX_ID_LENGTH} of the characters {@code A-Z a-z 0-9 . _ -}; never used again for another key
 * @param key {@value #KEY_BYTES} bytes that can be read ({@link SecretKey#getEncoded}): the key of each record is derived from
 *     them. A key that never leaves its device can wrap such a key, but not be one.
 */
public record EncryptionKey(String id, SecretKey key) {

    /** The longest id, in characters. */
    public static final int MAX_ID_LENGTH = 32;

    /** The length of a key, in bytes. */
    public static final int KEY_BYTES = 32;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_ID_LENGTH + "}");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the id has another form, or the key another length; the key is not quoted
     */
    public EncryptionKey {
        if (!isId(id)) {
            throw new IllegalArgumentException("The id of an encryption key has 1 to " + MAX_ID_LENGTH
                    + " characters of A-Z a-z 0-9 . _ -; give it another");
        }
        byte[] encoded = key.getEncoded();
        int length = encoded == null ? 0 : encoded.length;
        if (length != KEY_BYTES) {
            throw new IllegalArgumentException("The encryption key '" + id + "' has " + length
                    + " bytes that can be read, not " + KEY_BYTES + "; make one by: openssl rand -base64 " + KEY_BYTES);
        }
        Arrays.fill(encoded, (byte) 0);
    }

    /** Whether a text has the form of an id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "encryption key '" + id + "'";
    }
}
