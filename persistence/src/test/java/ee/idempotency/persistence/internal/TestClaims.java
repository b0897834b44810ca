// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import java.util.UUID;

/** Claims and answers of a usual size. */
public final class TestClaims {

    /** 201 with three headers and 1 KiB. */
    public static final Outcome.Completed ANSWER = new Outcome.Completed(
            201, Header.parse("Content-Type: application/json\nLocation: /x/1"), Bytes.of(new byte[1024]));

    private TestClaims() {}

    /** A new key. */
    public static ClaimRequest request() {
        return request(UUID.randomUUID().toString());
    }

    /** A new attempt for a key. */
    public static ClaimRequest request(String key) {
        return ClaimRequest.of(
                new Binding("default", "payments.charge", "alice", key),
                Fingerprint.of(new byte[] {1}),
                UUID.randomUUID(),
                Duration.ofMinutes(1),
                Duration.ofHours(24),
                OnLeaseLost.TAKE_OVER);
    }

    /** Claims and expects to own the key. */
    public static Ownership acquire(IdempotencyStore store, ClaimRequest request) {
        return ((Claim.Acquired) store.claim(request)).ownership();
    }
}
