// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.issued;

import ee.idempotency.spi.Bytes;

/**
 * A key that signs.
 *
 * @param id 1 to 16 of {@code A-Z a-z 0-9 _ -}, legible in what it signs
 * @param secret 32 bytes or more
 */
public record SigningKey(String id, Bytes secret) {

    /** Shows its id only. */
    @Override
    public String toString() {
        return "signing key '" + id + "'";
    }
}
