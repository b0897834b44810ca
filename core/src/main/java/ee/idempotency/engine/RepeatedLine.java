// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A log line that many calls may cause: the first gets it at once, and then one call an interval. Thread-safe. */
final class RepeatedLine {

    private final long everyNanos;
    private final LongSupplier nanoTime;
    private boolean written;
    private long writtenNanos;
    private long unseen;

    private RepeatedLine(long everyNanos, LongSupplier nanoTime) {
        this.everyNanos = everyNanos;
        this.nanoTime = nanoTime;
    }

    static RepeatedLine everyMinute(LongSupplier nanoTime) {
        return new RepeatedLine(TimeUnit.MINUTES.toNanos(1), nanoTime);
    }

    static RepeatedLine hourly() {
        return new RepeatedLine(TimeUnit.HOURS.toNanos(1), System::nanoTime);
    }

    /** One more call that causes it; if the line is due, how many had none since the last. */
    synchronized OptionalLong next() {
        long now = nanoTime.getAsLong();
        if (written && now - writtenNanos < everyNanos) {
            unseen++;
            return OptionalLong.empty();
        }
        long before = unseen;
        written = true;
        writtenNanos = now;
        unseen = 0;
        return OptionalLong.of(before);
    }
}
