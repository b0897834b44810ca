// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Ownership;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What is around claims that are committed before their work runs, so that other calls see them.
 *
 * @param scheduler renews their leases, and gives keys back where the calling thread cannot; null where there is none
 * @param keys those that calls of this node hold
 */
record CommittedClaims(@Nullable ScheduledExecutorService scheduler, InFlightKeys keys) {

    InFlightKeys.Slot hold(PendingCall call) {
        return keys.hold(call.request());
    }

    /** The lease of a claim that was asked for after {@code before} of {@link System#nanoTime}. */
    AttemptLease lease(PendingCall call, Ownership ownership, long before) {
        AttemptLease lease = new AttemptLease(call, ownership, before);
        if (call.options().heartbeat() && scheduler != null) {
            lease.startHeartbeat(scheduler);
        }
        return lease;
    }

    /** Gives a key back on another thread; without one it is free when its lease ends. */
    void releaseElsewhere(PendingCall call, Ownership ownership) {
        if (scheduler != null) {
            scheduler.execute(() -> Releases.release(call, ownership));
        }
    }
}
