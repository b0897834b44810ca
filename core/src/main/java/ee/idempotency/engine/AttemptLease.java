// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.NotOwnerException;
import ee.idempotency.TransactionMode;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimLease;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lease of an attempt whose claim is committed, and its heartbeat. What it knows of the time is counted on this node
 * from before a statement was sent, so it never believes to own longer than the store does.
 */
final class AttemptLease implements ClaimLease {

    /** Renewals a lease; two may be lost before it ends. */
    private static final int BEATS = 3;

    private final IdempotencyStore store;
    private final Binding binding;
    private final Ownership ownership;
    private final OperationOptions options;
    private final Object lock = new Object();
    private volatile long startedNanos;
    private volatile boolean lost;
    private boolean over;
    private @Nullable ScheduledFuture<?> heartbeat;

    /** A lease that began before {@code startedNanos} of {@link System#nanoTime}. */
    AttemptLease(
            IdempotencyStore store, Binding binding, Ownership ownership, OperationOptions options, long startedNanos) {
        this.store = store;
        this.binding = binding;
        this.ownership = ownership;
        this.options = options;
        this.startedNanos = startedNanos;
    }

    @Override
    public Duration remaining() {
        long left = options.lease().toNanos() - (System.nanoTime() - startedNanos);
        return lost ? Duration.ZERO : Duration.ofNanos(Math.max(0, left));
    }

    @Override
    public boolean isLost() {
        return lost;
    }

    @Override
    public void renew() {
        synchronized (lock) {
            if (over || lost) {
                throw new NotOwnerException(binding.toString(), "renewing it");
            }
            if (options.mode() == TransactionMode.ONE_COMMIT) {
                return;
            }
            long before = System.nanoTime();
            if (store.renew(ownership, options.lease(), options.retention()) == OwnerWrite.NOT_OWNER) {
                lost = true;
                throw new NotOwnerException(binding.toString(), "renewing it");
            }
            startedNanos = before;
        }
    }

    /** Begins to renew by itself. */
    void startHeartbeat(ScheduledExecutorService scheduler) {
        long interval = options.lease().toNanos() / BEATS;
        synchronized (lock) {
            heartbeat = scheduler.scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.NANOSECONDS);
        }
    }

    private void beat() {
        try {
            renew();
        } catch (NotOwnerException notOwner) {
            stopBeating();
            if (lost) {
                EngineLog.leaseLost(binding, notOwner);
            }
        } catch (RuntimeException unavailable) { // an exception would end the timer without a word
            if (remaining().isZero()) {
                lost = true;
                stopBeating();
                EngineLog.leaseLost(binding, unavailable);
            }
        }
    }

    /** The attempt is about to be settled: waits for a renewal under way, and lets none follow. */
    void end() {
        synchronized (lock) {
            over = true;
        }
        stopBeating();
    }

    private void stopBeating() {
        synchronized (lock) {
            if (heartbeat != null) {
                heartbeat.cancel(false);
                heartbeat = null;
            }
        }
    }
}
