// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.NotOwnerException;
import ee.idempotency.StoreUnavailableException;
import java.time.Duration;

/** The lease of a claim that is held. Thread-safe. */
public interface ClaimLease {

    /**
     * How long the claim is surely owned if nothing more is heard of the store: counted on this node from before the claim
     * or its last renewal; zero once it is over or lost.
     */
    Duration remaining();

    /**
     * Renews the lease, which proves that the claim is owned now. Under {@link ee.idempotency.TransactionMode#ONE_COMMIT}
     * nobody else can own it while the transaction lasts, and nothing is written.
     *
     * @throws NotOwnerException if it was taken over, settled or removed, or counts as lost
     * @throws StoreUnavailableException if the store does not answer; the lease may or may not be renewed
     */
    void renew();

    /** Whether the claim is known to be lost: its outcome will be refused. */
    boolean isLost();
}
