// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.quota.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts by the generic cell rate algorithm (ITU-T I.371, annex A): a bucket is one number, the time at which it is as full as
 * never used. The one used longest ago is forgotten where there are too many, and is then full again. Thread-safe.
 *
 * @param <B> what has a bucket of its own
 */
final class Buckets<B> {

    private final long intervalNanos;
    private final long toleranceNanos;
    private final LongSupplier nanoTime;
    private final Map<B, Long> fullAt;

    /**
     * Buckets that are full.
     *
     * @param ratePerMinute how many a minute come back
     * @param burst how many a full one has
     * @param capacity how many buckets are remembered
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    Buckets(int ratePerMinute, int burst, int capacity, LongSupplier nanoTime) {
        this.intervalNanos = TimeUnit.MINUTES.toNanos(1) / ratePerMinute;
        this.toleranceNanos = intervalNanos * (burst - 1);
        this.nanoTime = nanoTime;
        this.fullAt = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<B, Long> eldest) {
                return size() > capacity;
            }
        };
    }

    /** How long until one may be taken; zero if one may be taken now. It takes none. */
    synchronized Duration untilOne(B bucket) {
        @Nullable Long full = fullAt.get(bucket);
        if (full == null) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, full - nanoTime.getAsLong() - toleranceNanos));
    }

    /** Takes one, also where there is none: who comes next then waits longer. */
    synchronized void take(B bucket) {
        long now = nanoTime.getAsLong();
        @Nullable Long full = fullAt.get(bucket);
        fullAt.put(bucket, intervalNanos + (full == null || full - now < 0 ? now : full));
    }

    /** Puts one back that was taken. */
    synchronized void putBack(B bucket) {
        fullAt.computeIfPresent(bucket, (same, full) -> full - intervalNanos);
    }
}
