// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import java.time.Duration;
import java.util.UUID;

/**
 * A wish to own a key.
 *
 * @param recordKey where the record is found; {@code RecordKey.of(binding)} except in tests of collisions
 * @param binding what the record belongs to; compared with the stored one
 * @param fingerprint written with the claim, compared with the stored one
 * @param ownerToken random, new for every attempt; a claim whose commit went unanswered is recognised by it
 * @param lease how long the owner may be silent
 * @param retention how long the record is kept, counted from this claim; longer than {@code lease}
 * @param onLeaseLost stored with the record; the first claim's choice binds later ones
 */
public record ClaimRequest(
        RecordKey recordKey,
        Binding binding,
        Fingerprint fingerprint,
        UUID ownerToken,
        Duration lease,
        Duration retention,
        OnLeaseLost onLeaseLost) {

    /** A request for the record of a binding. */
    public static ClaimRequest of(
            Binding binding,
            Fingerprint fingerprint,
            UUID ownerToken,
            Duration lease,
            Duration retention,
            OnLeaseLost onLeaseLost) {
        return new ClaimRequest(RecordKey.of(binding), binding, fingerprint, ownerToken, lease, retention, onLeaseLost);
    }

    /** The same request by another attempt. */
    public ClaimRequest anew() {
        return new ClaimRequest(recordKey, binding, fingerprint, UUID.randomUUID(), lease, retention, onLeaseLost);
    }
}
