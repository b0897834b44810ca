// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * How large a key may be. Public where users meet them, in {@link IdempotencyKey}; here, because the error that names a
 * broken limit must not know the key.
 */
final class KeyLimits {

    static final int TENANT_LENGTH = 64;
    static final int SCOPE_LENGTH = 32;
    static final int TEXT_LENGTH = 256;
    static final int PARTS = 32;
    static final int ENCODED_BYTES = 32 * 1024;

    private KeyLimits() {}
}
