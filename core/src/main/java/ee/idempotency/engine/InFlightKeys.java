// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The keys that calls of this node hold. Other calls of the node wait for them here, without a database connection, and
 * where the claim is not committed a reused key is refused at once; calls of other nodes wait in the database. Only a
 * shortcut: who owns a key is decided by the store alone. Thread-safe.
 */
final class InFlightKeys {

    private final ConcurrentMap<RecordKey, Entry> entries = new ConcurrentHashMap<>();

    /** A key that is held, until its slot is closed. */
    private record Entry(
            Binding binding, Fingerprint fingerprint, Thread holder, long sinceNanos, CountDownLatch over) {

        static Entry of(ClaimRequest request) {
            return new Entry(
                    request.binding(),
                    request.fingerprint(),
                    Thread.currentThread(),
                    System.nanoTime(),
                    new CountDownLatch(1));
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - sinceNanos);
        }
    }

    /** What a call that holds a key gives back; may be closed more than once. */
    interface Slot extends AutoCloseable {

        /** Lets the next call in, or wakes those that wait. */
        @Override
        void close();
    }

    /** What {@link #admit} ends with: a slot, or what stands in the way. */
    sealed interface Admission {

        /** The call may ask the store, and wait there for what is left of its patience. */
        record Granted(Slot slot, Duration patience) implements Admission {}

        /** The call is refused without the store. */
        record Refused(Claim refusal) implements Admission {}

        /** Another call holds the key, and has for so long. */
        record Busy(Duration age) implements Admission {}
    }

    /**
     * Waits until no other call of this node holds the key. A call of the thread that holds it does not wait for itself.
     *
     * @param patience how long to wait at most
     * @param permit without which it does not wait
     */
    Admission admit(ClaimRequest request, Duration patience, WaitPermits.Permit permit) {
        long deadline = System.nanoTime() + patience.toNanos();
        Entry mine = Entry.of(request);
        while (true) {
            Entry holder = entries.putIfAbsent(request.recordKey(), mine);
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (holder == null) {
                return new Admission.Granted(() -> leave(request.recordKey(), mine), left);
            }
            if (holder.holder() == Thread.currentThread()) {
                return new Admission.Granted(() -> {}, left);
            }
            Optional<Claim> refused = refuse(request, holder);
            if (refused.isPresent()) {
                return new Admission.Refused(refused.get());
            }
            if (!permit.acquire() || !await(holder, left)) {
                return new Admission.Busy(holder.age());
            }
        }
    }

    /** Notes that a call has claimed the key. */
    Slot hold(ClaimRequest request) {
        Entry mine = Entry.of(request);
        entries.put(request.recordKey(), mine);
        return () -> leave(request.recordKey(), mine);
    }

    /** Waits until the call that holds the key now has left it; all the time if there is none. */
    void awaitEnd(RecordKey recordKey, Duration atMost) {
        Entry holder = entries.get(recordKey);
        if (holder != null) {
            await(holder, atMost);
        } else if (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(atMost.toNanos());
        }
    }

    private static Optional<Claim> refuse(ClaimRequest request, Entry holder) {
        if (!holder.binding().equals(request.binding())) {
            return Optional.of(new Claim.KeyCollision());
        }
        return request.accepts(holder.fingerprint()) ? Optional.empty() : Optional.of(new Claim.KeyReused());
    }

    private static boolean await(Entry holder, Duration left) {
        try {
            return holder.over().await(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException giveUp) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(RecordKey recordKey, Entry mine) {
        entries.remove(recordKey, mine);
        mine.over().countDown();
    }
}
