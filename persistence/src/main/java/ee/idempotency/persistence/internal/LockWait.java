// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long the statements of one claim may wait for locks, all together. */
final class LockWait {

    /** In a transaction of the store's own. */
    static final Duration DEFAULT = Duration.ofSeconds(2);

    private final long deadline;

    private LockWait(long deadline) {
        this.deadline = deadline;
    }

    /** A wait that begins now. */
    static LockWait atMost(Duration longest) {
        return new LockWait(System.nanoTime() + longest.toNanos());
    }

    /** What is left of it for the next statement; at least 1, because 0 is no limit to a database. */
    long remainingMillis() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    boolean isOver() {
        return System.nanoTime() - deadline >= 0;
    }
}
