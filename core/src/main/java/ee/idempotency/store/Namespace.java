// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.internal.FramedDigest;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The record keys of one part of a store: what they are inside it, and how they look outside.
 *
 * @param name the part's name, not empty
 */
record Namespace(String name) {

    /** What {@link RecordKey#toString} shows. */
    private static final long SHOWN = 0xFFFF_FFFF_0000_0000L;

    /** Its first eight digits stay, so that a line of the log names the record that is in the store; the others are new. */
    RecordKey inside(RecordKey outside) {
        ByteBuffer digest = ByteBuffer.wrap(new FramedDigest("idempotency-namespace/v1")
                .text(name)
                .text(outside.value().toString())
                .digest());
        long named = outside.value().getMostSignificantBits() & SHOWN;
        return new RecordKey(new UUID(named | (digest.getLong() & ~SHOWN), digest.getLong()));
    }

    ClaimRequest inside(ClaimRequest outside) {
        return new ClaimRequest(
                inside(outside.recordKey()),
                outside.binding(),
                outside.fingerprint(),
                outside.ownerToken(),
                outside.lease(),
                outside.retention(),
                outside.onLeaseLost(),
                outside.alsoAccepted());
    }

    Ownership inside(Ownership outside) {
        return withKey(outside, inside(outside.recordKey()));
    }

    Claim outside(Claim claim, RecordKey outside) {
        return claim instanceof Claim.Acquired acquired
                ? new Claim.Acquired(withKey(acquired.ownership(), outside))
                : claim;
    }

    private static Ownership withKey(Ownership ownership, RecordKey recordKey) {
        return new Ownership(recordKey, ownership.ownerToken(), ownership.attempt(), ownership.version());
    }
}
