// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.log;

import java.util.function.LongSupplier;

/**
 * How many lines of a kind may be written in a minute, so that a client cannot fill the log. A minute begins with the first
 * line after the last one. Thread-safe.
 */
final class LineBudget {

    private static final long MINUTE = 60_000_000_000L;

    private final int lines;
    private final LongSupplier nanoTime;
    private long began;
    private int written;
    private long skipped;

    LineBudget(int lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** How many lines were not written in the minute that ended, or -1 if this one is not to be written either. */
    synchronized long spend() {
        long now = nanoTime.getAsLong();
        long missing = 0;
        if (now - began >= MINUTE) {
            missing = skipped;
            began = now;
            written = 0;
            skipped = 0;
        }
        if (written == lines) {
            skipped++;
            return -1;
        }
        written++;
        return missing;
    }
}
