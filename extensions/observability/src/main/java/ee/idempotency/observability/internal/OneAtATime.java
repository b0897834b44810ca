// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Asks a question at most once a second and on one thread at a time, however many probes come. While the answer is outstanding,
 * other probes get the one before, and after a second of that a problem: none of them waits for a store that hangs.
 * Thread-safe.
 */
final class OneAtATime {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Supplier<String> question;
    private final LongSupplier nanoTime;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong askedAt;
    private volatile String answer = "not asked yet";

    /** {@code question} answers with a problem, or an empty text. */
    OneAtATime(Supplier<String> question, LongSupplier nanoTime) {
        this.question = question;
        this.nanoTime = nanoTime;
        this.askedAt = new AtomicLong(nanoTime.getAsLong() - SECOND);
    }

    /** What is wrong; empty if nothing is. */
    String problem() {
        if (!asking.tryLock()) {
            return isOld() ? "has not answered for a second" : answer;
        }
        try {
            if (isOld()) {
                askedAt.set(nanoTime.getAsLong());
                answer = question.get();
            }
            return answer;
        } finally {
            asking.unlock();
        }
    }

    private boolean isOld() {
        return nanoTime.getAsLong() - askedAt.get() >= SECOND;
    }
}
