// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as an administrator or a test sees it; reading it claims and refreshes nothing. All times are of the store's
 * clock.
 *
 * @param recordKey the primary key
 * @param binding what it is bound to
 * @param fingerprint of the payload it was claimed with
 * @param state where it stands
 * @param attempt how many attempts have owned it
 * @param version the store's number of what the record is now; an owner's {@link Ownership#version} while in progress
 * @param leaseUntil while in progress, until when its owner may be silent; empty otherwise
 * @param onLeaseLost what happens when the lease runs out
 * @param createdAt when its key was first claimed
 * @param expiresAt from when it counts as absent
 * @param outcome once it is settled, how
 */
public record IdempotencyRecord(
        RecordKey recordKey,
        Binding binding,
        Fingerprint fingerprint,
        State state,
        int attempt,
        int version,
        Optional<Instant> leaseUntil,
        OnLeaseLost onLeaseLost,
        Instant createdAt,
        Instant expiresAt,
        Optional<Outcome> outcome)
        implements OperationStatus {

    /** The key of the {@linkplain #binding binding}. */
    @Override
    public String key() {
        return binding.key();
    }
}
