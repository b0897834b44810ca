// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A log line that many calls may cause: the first gets it at once, and then one call a minute. Thread-safe. */
final class RepeatedLine {

    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private boolean written;
    private long writtenNanos;
    private long unseen;

    RepeatedLine(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** One more call that causes it; if the line is due, how many had none since the last. */
    synchronized OptionalLong next() {
        long now = nanoTime.getAsLong();
        if (written && now - writtenNanos < EVERY_NANOS) {
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
