// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A wish to own a key.
 *
 * @param recordKey where the record is found; {@link Binding#recordKey()} except in tests of collisions
 * @param binding what the record belongs to; compared with the stored one
 * @param fingerprint written with a new claim, compared with the stored one
 * @param ownerToken random, new for every attempt; a claim whose commit went unanswered is recognised by it
 * @param lease how long the owner may be silent
 * @param retention how long the record is kept, counted from this claim; longer than {@code lease}
 * @param onLeaseLost stored with the record; the first claim's choice binds later ones
 * @param alsoAccepted other fingerprints of the same payload, which a stored one may equal instead; never written. Empty
 *     unless the way fingerprints are made is being changed and records of both ways are met
 */
public record ClaimRequest(
        RecordKey recordKey,
        Binding binding,
        Fingerprint fingerprint,
        UUID ownerToken,
        Duration lease,
        Duration retention,
        OnLeaseLost onLeaseLost,
        List<Fingerprint> alsoAccepted) {

    /** Copies the list. */
    public ClaimRequest {
        alsoAccepted = List.copyOf(alsoAccepted);
    }

    /** A request for the record of a binding. */
    public static ClaimRequest of(
            Binding binding,
            Fingerprint fingerprint,
            UUID ownerToken,
            Duration lease,
            Duration retention,
            OnLeaseLost onLeaseLost) {
        return new ClaimRequest(
                binding.recordKey(), binding, fingerprint, ownerToken, lease, retention, onLeaseLost, List.of());
    }

    /** The same request by another attempt. */
    public ClaimRequest withNewOwner() {
        return new ClaimRequest(
                recordKey, binding, fingerprint, UUID.randomUUID(), lease, retention, onLeaseLost, alsoAccepted);
    }

    /** The same request, which accepts these fingerprints besides its own, and no others. */
    public ClaimRequest alsoAccepting(List<Fingerprint> others) {
        return new ClaimRequest(recordKey, binding, fingerprint, ownerToken, lease, retention, onLeaseLost, others);
    }

    /** All fingerprints of the payload: the one that is written, and the others that are accepted. */
    public List<Fingerprint> fingerprints() {
        return Stream.concat(Stream.of(fingerprint), alsoAccepted.stream()).toList();
    }

    /**
     * The same request with other fingerprints of its payload.
     *
     * @param fingerprints at least one; the first is written, the others are accepted
     */
    public ClaimRequest withFingerprints(List<Fingerprint> fingerprints) {
        return new ClaimRequest(
                recordKey,
                binding,
                fingerprints.get(0),
                ownerToken,
                lease,
                retention,
                onLeaseLost,
                fingerprints.subList(1, fingerprints.size()));
    }

    /** Whether a record with this fingerprint was claimed with the same payload; if not, the key is reused. */
    public boolean accepts(Fingerprint stored) {
        return fingerprint.equals(stored) || alsoAccepted.contains(stored);
    }
}
