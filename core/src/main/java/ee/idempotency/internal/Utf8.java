// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8: two different strings never become the same bytes, which {@code String.getBytes} does not promise. */
public final class Utf8 {

    private Utf8() {}

    /** The bytes of {@code text}, or empty if it holds an unpaired surrogate and so has no UTF-8 form. */
    public static Optional<byte[]> encode(String text) {
        return isWellFormed(text) ? Optional.of(text.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** Whether {@code text} is well-formed and free of control characters, so that any database stores it unchanged. */
    public static boolean isPlainText(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isISOControl(text.charAt(index))) {
                return false;
            }
        }
        return isWellFormed(text);
    }

    /** Whether each surrogate has its other half. By hand: an encoder for each text was much of what a call allocates. */
    private static boolean isWellFormed(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (Character.isSurrogate(unit)) {
                index++;
                if (index == text.length() || !Character.isSurrogatePair(unit, text.charAt(index))) {
                    return false;
                }
            }
        }
        return true;
    }
}
