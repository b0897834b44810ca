// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import java.util.HexFormat;
import java.util.Optional;

/** Hexadecimal digits of a signature. */
final class Hex {

    private Hex() {}

    /** The bytes; empty if the text is no SHA-256 in hexadecimal digits. */
    static Optional<byte[]> decode(String text) {
        return text.matches("[0-9A-Fa-f]{64}") ? Optional.of(HexFormat.of().parseHex(text)) : Optional.empty();
    }
}
