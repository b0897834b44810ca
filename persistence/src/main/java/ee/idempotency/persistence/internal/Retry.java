// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.IdempotencyException;
import ee.idempotency.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries a transaction again when that may help: at most {@value #TRIES} times and never after {@link #PATIENCE}, so that
 * a lock or a pool that made the first try wait its time makes nobody wait twice. The pause grows from some 10 to some 80
 * milliseconds, and is random, so that two that met do not meet again.
 */
final class Retry {

    static final int TRIES = 4;
    static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE_NANOS = 10_000_000;

    private final LongSupplier nanoTime;

    Retry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** One try. */
    interface Try<T extends @Nullable Object> {

        /**
         * Tries.
         *
         * @param mayHaveHappened whether an earlier try ended without telling if it was committed
         */
        T run(boolean mayHaveHappened);
    }

    /**
     * Runs {@code work} until it ends well.
     *
     * @param isRepeatable whether {@code work} recognises that an earlier try was committed
     * @throws StoreUnavailableException if it does not
     */
    <T extends @Nullable Object> T call(boolean isRepeatable, Try<T> work) {
        long start = nanoTime.getAsLong();
        boolean mayHaveHappened = false;
        for (int tried = 1; ; tried++) {
            try {
                return work.run(mayHaveHappened);
            } catch (IdempotencyException answer) {
                throw answer;
            } catch (RuntimeException failed) {
                SqlFailure failure = SqlFailure.of(failed);
                boolean unknown = failure == SqlFailure.END_UNKNOWN;
                if (failure == SqlFailure.LASTING
                        || (unknown && !isRepeatable)
                        || tried == TRIES
                        || nanoTime.getAsLong() - start > PATIENCE.toNanos()) {
                    throw unavailable(failed);
                }
                mayHaveHappened |= unknown;
                pause(tried);
            }
        }
    }

    static StoreUnavailableException unavailable(RuntimeException failed) {
        return new StoreUnavailableException("The durable store did not answer; see the cause", failed);
    }

    /** Waits before try {@code tried + 1}; not at all if the thread is interrupted. */
    static void pause(int tried) {
        long longest = FIRST_PAUSE_NANOS << tried;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}
