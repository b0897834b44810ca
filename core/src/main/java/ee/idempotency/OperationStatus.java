// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.time.Instant;
import java.util.Optional;

/**
 * What the store knows of one call, as {@link IdempotentCall#lookup} returns it; a snapshot, which reading neither claims nor
 * refreshes. All times are of the store's clock. Immutable.
 */
public interface OperationStatus {

    /** Where a record stands. That it has expired is not a state but a question of the clock. */
    enum State {
        /** Owned by an attempt that has a lease. */
        IN_PROGRESS,
        /** Has an answer to replay. */
        COMPLETED,
        /** Has a failure to report. */
        FAILED
    }

    /** The key as the record holds it: made of the parts, or the client's. */
    String key();

    /** Where the record stands. */
    State state();

    /** How many attempts have owned the record, from 1. */
    int attempt();

    /** While in progress, until when its owner may be silent; empty otherwise. */
    Optional<Instant> leaseUntil();

    /** What happens when the lease runs out. */
    OnLeaseLost onLeaseLost();

    /** When the key was first claimed. */
    Instant createdAt();

    /** From when the record counts as absent. */
    Instant expiresAt();
}
