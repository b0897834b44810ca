// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
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
        Optional<Instant> leaseUntil,
        OnLeaseLost onLeaseLost,
        Instant createdAt,
        Instant expiresAt,
        Optional<Outcome> outcome) {

    /** Where a record stands. That it has expired is not a state but a question of the clock. */
    public enum State {
        /** Owned by an attempt that has a lease. */
        IN_PROGRESS,
        /** Has an answer to replay. */
        COMPLETED,
        /** Has a failure to report. */
        FAILED
    }
}
