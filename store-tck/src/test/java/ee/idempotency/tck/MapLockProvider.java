// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.LockProvider;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Locks in a map, whose leases end by a clock that tests move. Thread-safe. */
final class MapLockProvider implements LockProvider {

    private final Map<RecordKey, Lock> held = new HashMap<>();
    private final InstantSource clock;
    private long lastNumber;

    MapLockProvider(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<HeldLock> lock(RecordKey key, Duration lease, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (isTaken(key)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            await(left);
        }
        Lock lock = new Lock(key, ++lastNumber, clock.instant().plus(lease));
        held.put(key, lock);
        return Optional.of(lock);
    }

    private boolean isTaken(RecordKey key) {
        Lock holder = held.get(key);
        return holder != null && clock.instant().isBefore(holder.until);
    }

    private void await(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", interrupted);
        }
    }

    private final class Lock implements HeldLock {

        private final RecordKey key;
        private final long number;
        private final Instant until;

        Lock(RecordKey key, long number, Instant until) {
            this.key = key;
            this.number = number;
            this.until = until;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public boolean isHeld() {
            synchronized (MapLockProvider.this) {
                return held.get(key) == this && isTaken(key);
            }
        }

        @Override
        public void close() {
            synchronized (MapLockProvider.this) {
                held.remove(key, this);
                MapLockProvider.this.notifyAll();
            }
        }
    }
}
