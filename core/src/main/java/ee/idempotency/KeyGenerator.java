// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * Makes keys for those who send them. Implementations are thread-safe; the text they return has 1 to
 * {@value IdempotencyKey#MAX_TEXT_LENGTH} visible ASCII characters. See {@link KeyGenerators} for those at hand.
 */
@FunctionalInterface
public interface KeyGenerator {

    /** A key. Make it once per logical request and send it unchanged with every retry. */
    String generate();
}
