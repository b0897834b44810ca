// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.util.UUID;

/**
 * Whom a write names.
 *
 * @param recordKey the record
 * @param token random per attempt
 * @param version taken from the token of the attempt that claimed
 */
public record Owner(RecordKey recordKey, UUID token, int version) {

    /** The owner that a claim in Redis gave. */
    public static Owner of(Ownership ownership) {
        return new Owner(ownership.recordKey(), ownership.ownerToken(), ownership.version());
    }

    /** The owner that a claim by this token gave. */
    public static Owner of(RecordKey recordKey, UUID token) {
        return new Owner(recordKey, token, version(token));
    }

    /** A version that is an owner's alone, also beside the versions of another life of the record. */
    static int version(UUID ownerToken) {
        return ownerToken.hashCode() & Integer.MAX_VALUE;
    }
}
