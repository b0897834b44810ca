// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Ownership;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Claims that are committed before their work runs, so that other calls see them.
 *
 * @param store decides them
 * @param scheduler renews their leases, and gives keys back where the calling thread cannot; null where there is none
 * @param keys those that calls of this node hold
 */
record CommittedClaims(IdempotencyStore store, @Nullable ScheduledExecutorService scheduler, InFlightKeys keys) {

    Claim claim(ClaimRequest request) {
        return store.claim(request);
    }

    InFlightKeys.Slot hold(ClaimRequest request) {
        return keys.hold(request);
    }

    /** The lease of a claim that was asked for after {@code before} of {@link System#nanoTime}. */
    AttemptLease lease(ClaimRequest request, Ownership ownership, OperationOptions options, long before) {
        AttemptLease lease = new AttemptLease(store, request.binding(), ownership, options, before);
        if (options.heartbeat() && scheduler != null) {
            lease.startHeartbeat(scheduler);
        }
        return lease;
    }

    void release(ClaimRequest request, Ownership ownership) {
        Releases.release(store, request.binding(), ownership);
    }

    /** Gives a key back on another thread; without one it is free when its lease ends. */
    void releaseElsewhere(ClaimRequest request, Ownership ownership) {
        if (scheduler != null) {
            scheduler.execute(() -> release(request, ownership));
        }
    }
}
