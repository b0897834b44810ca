// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.NotOwnerException;
import ee.idempotency.TransactionMode;
import ee.idempotency.spi.ClaimLease;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.LeaseLost;
import ee.idempotency.spi.IdempotencyEvent.RenewalEnded;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The lease of an attempt whose claim is committed, and its heartbeat. What it knows of the time is counted on this node
 * from before a statement was sent, so it never believes to own longer than the store does. Silence of the store for a whole
 * lease does not mean that another attempt took over: that is for the conditional write to decide, unless the work has
 * learned of it and may have acted on it.
 */
final class AttemptLease implements ClaimLease {

    /** Renewals a lease; two may be lost before it ends. */
    private static final int BEATS = 3;

    /** What is known of the claim. */
    private enum State {
        HELD,
        SILENT,
        TAKEN
    }

    private final PendingCall call;
    private final Ownership ownership;
    private final LongSupplier nanoTime;
    private final long claimedNanos;
    private final Object lock = new Object();
    private volatile long renewedNanos;
    private volatile State state = State.HELD;
    private volatile boolean workKnows;
    private boolean over;
    private @Nullable ScheduledFuture<?> heartbeat;

    /** A lease that began before {@code claimedNanos} of {@link System#nanoTime}. */
    AttemptLease(PendingCall call, Ownership ownership, long claimedNanos) {
        this(call, ownership, claimedNanos, System::nanoTime);
    }

    /** A lease that counts by another clock. */
    AttemptLease(PendingCall call, Ownership ownership, long claimedNanos, LongSupplier nanoTime) {
        this.call = call;
        this.ownership = ownership;
        this.nanoTime = nanoTime;
        this.claimedNanos = claimedNanos;
        this.renewedNanos = claimedNanos;
    }

    @Override
    public Duration remaining() {
        long left = call.options().lease().toNanos() - (nanoTime.getAsLong() - renewedNanos);
        return workKnows || state != State.HELD ? Duration.ZERO : Duration.ofNanos(Math.max(0, left));
    }

    @Override
    public boolean isLost() {
        if (state != State.HELD) {
            workKnows = true;
        }
        return workKnows;
    }

    /** Whether the work has learned that the claim is lost, and may have acted on it: its outcome must not be stored. */
    boolean isKnownLost() {
        return workKnows;
    }

    @Override
    public void renew() {
        try {
            renew(call.watch()::report);
        } catch (NotOwnerException notOwner) {
            workKnows = true;
            throw notOwner;
        }
    }

    private void renew(Consumer<IdempotencyEvent> events) {
        List<IdempotencyEvent> seen = new ArrayList<>(1); // listeners are not called under the lock
        try {
            synchronized (lock) {
                renewLocked(call.store().reportingTo(seen::add));
            }
        } finally {
            seen.forEach(events);
        }
    }

    private void renewLocked(StoreCalls store) {
        if (over || workKnows || state == State.TAKEN) {
            throw new NotOwnerException(call.subject(), "renewing it");
        }
        if (call.options().mode() == TransactionMode.ONE_COMMIT) {
            return;
        }
        long before = nanoTime.getAsLong();
        if (store.renew(ownership, call.options().lease(), call.options().retention()) == OwnerWrite.NOT_OWNER) {
            state = State.TAKEN;
            throw new NotOwnerException(call.subject(), "renewing it");
        }
        renewedNanos = before;
        state = State.HELD;
    }

    /** Begins to renew by itself. */
    void startHeartbeat(ScheduledExecutorService scheduler) {
        long interval = call.options().lease().toNanos() / BEATS;
        synchronized (lock) {
            heartbeat = scheduler.scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.NANOSECONDS);
        }
    }

    private void beat() {
        CallWatch watch = call.watch();
        if (nanoTime.getAsLong() - claimedNanos >= call.options().retention().toNanos()) {
            stopBeating();
            watch.reportNow(new RenewalEnded(watch.subject(), ownership.attempt()));
            return;
        }
        try {
            renew(watch::reportNow);
        } catch (NotOwnerException notOwner) {
            stopBeating();
            if (state == State.TAKEN) {
                watch.reportNow(new LeaseLost(watch.subject(), ownership.attempt(), true, notOwner));
            }
        } catch (RuntimeException | Error unavailable) { // an exception would end the timer without a word
            if (state == State.HELD && remaining().isZero()) {
                state = State.SILENT;
                watch.reportNow(new LeaseLost(watch.subject(), ownership.attempt(), false, unavailable));
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
