// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8: two different strings never become the same bytes, which {@code String.getBytes} does not promise. */
public final class Utf8 {

    private Utf8() {}

    /** The bytes of {@code text}, or empty if it holds an unpaired surrogate and so has no UTF-8 form. */
    public static Optional<byte[]> encode(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException unpairedSurrogate) {
            return Optional.empty();
        }
    }

    /** Whether {@code text} is well-formed and free of control characters, so that any database stores it unchanged. */
    public static boolean isPlainText(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
