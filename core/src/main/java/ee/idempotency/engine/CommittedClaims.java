// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.IdempotencyEvent.ReleaseFailed;
import ee.idempotency.spi.Ownership;
import java.util.concurrent.RejectedExecutionException;
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

    /**
     * The lease of a claim that was asked for after {@code before} of {@link System#nanoTime}.
     *
     * @throws StoreUnavailableException if its heartbeat cannot be started; the key has been given back then
     */
    AttemptLease lease(PendingCall call, Ownership ownership, long before) {
        AttemptLease lease = new AttemptLease(call, ownership, before);
        if (call.options().heartbeat() && scheduler != null) {
            try {
                lease.startHeartbeat(scheduler);
            } catch (RejectedExecutionException stopping) {
                Releases.release(call, ownership);
                throw new StoreUnavailableException(
                        call.subject() + " did not run: its heartbeat cannot be started, because the application stops",
                        stopping);
            }
        }
        return lease;
    }

    /** Gives a key back on another thread; without one it is free when its lease ends. */
    void releaseElsewhere(PendingCall call, Ownership ownership) {
        if (scheduler == null) {
            return;
        }
        try {
            scheduler.execute(() -> Releases.release(call, ownership));
        } catch (RejectedExecutionException stopping) {
            call.watch().report(new ReleaseFailed(call.watch().subject(), ownership.attempt(), stopping));
        }
    }
}
