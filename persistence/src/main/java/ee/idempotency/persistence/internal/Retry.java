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
 *
 * <p>A try that found nothing but a dead connection, or a session that does not know the driver's statements, is not
 * counted: a database that was restarted leaves each pool full of dead connections, and a try takes one of them out. The
 * patience bounds these too.
 */
final class Retry {

    static final int TRIES = 4;
    static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE_NANOS = 10_000_000;
    private static final long BREATH_NANOS = 1_000_000;

    private final LongSupplier nanoTime;

    Retry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** One try. */
    interface Try<T extends @Nullable Object> {

        /** Tries. */
        T run(Attempt attempt);
    }

    /** What is known of a try: whether an earlier one may have been committed, and whether this one got that far. */
    static final class Attempt {

        private final boolean mayHaveHappened;
        private boolean isCommitting;

        private Attempt(boolean mayHaveHappened) {
            this.mayHaveHappened = mayHaveHappened;
        }

        /** Whether an earlier try ended without reporting if it was committed. */
        boolean mayHaveHappened() {
            return mayHaveHappened;
        }

        /** The same work, which marks that nothing but the commit is left to do. */
        <T extends @Nullable Object> SqlWork<T> upToTheCommit(SqlWork<T> work) {
            return connection -> {
                T result = work.run(connection);
                isCommitting = true;
                return result;
            };
        }

        /** The same for work with entities. */
        <T extends @Nullable Object> EntityWork<T> entitiesUpToTheCommit(EntityWork<T> work) {
            return entities -> {
                T result = work.run(entities);
                isCommitting = true;
                return result;
            };
        }

        /** Whether this try ended before it did anything. */
        private boolean isFruitless(RuntimeException failed) {
            return !isCommitting && SqlFailure.isCutOff(failed);
        }
    }

    /**
     * Runs {@code work} until it ends well.
     *
     * @param isRepeatable whether {@code work} recognises that an earlier try was committed
     * @throws StoreUnavailableException if it does not end well
     * @throws RuntimeException that has nothing to do with the database, as it is
     */
    <T extends @Nullable Object> T call(boolean isRepeatable, Try<T> work) {
        long start = nanoTime.getAsLong();
        boolean mayHaveHappened = false;
        int tried = 1;
        while (true) {
            Attempt attempt = new Attempt(mayHaveHappened);
            try {
                return work.run(attempt);
            } catch (IdempotencyException answer) {
                throw answer;
            } catch (RuntimeException failed) {
                SqlFailure failure = SqlFailure.of(failed);
                boolean isFruitless = failure == SqlFailure.NOT_RUN || attempt.isFruitless(failed);
                if (isLast(failure, isFruitless, isRepeatable, tried)
                        || nanoTime.getAsLong() - start > PATIENCE.toNanos()) {
                    throw reported(failed);
                }
                mayHaveHappened |= failure == SqlFailure.END_UNKNOWN;
                tried = next(tried, isFruitless);
            }
        }
    }

    private static boolean isLast(SqlFailure failure, boolean isFruitless, boolean isRepeatable, int tried) {
        return switch (failure) {
            case FOREIGN, LASTING -> true;
            case NOT_RUN -> false;
            case GAVE_WAY -> tried == TRIES;
            case END_UNKNOWN -> !isFruitless && (!isRepeatable || tried == TRIES);
        };
    }

    private static int next(int tried, boolean isFruitless) {
        if (isFruitless) {
            LockSupport.parkNanos(BREATH_NANOS);
            return tried;
        }
        pause(tried);
        return tried + 1;
    }

    /** A failure as a caller gets it: an outage, or what has nothing to do with the database as it is. */
    static RuntimeException reported(RuntimeException failed) {
        return SqlFailure.of(failed) == SqlFailure.FOREIGN ? failed : unavailable(failed);
    }

    private static StoreUnavailableException unavailable(RuntimeException failed) {
        return new StoreUnavailableException(
                "The durable store did not answer; see the cause", failed, SqlFailure.isCutOff(failed));
    }

    /** Waits before try {@code tried + 1}; not at all if the thread is interrupted. */
    static void pause(int tried) {
        long longest = FIRST_PAUSE_NANOS << tried;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}
