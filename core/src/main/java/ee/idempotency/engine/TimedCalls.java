// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose caller must not wait for long: each runs on another thread, at most {@value #AT_ONCE} at a time, so that those
 * that hang leave threads to others. While they hang, further ones are given up at once. Thread-safe.
 */
final class TimedCalls {

    static final int AT_ONCE = 4;

    private final Executor executor;
    private final long limitNanos;
    private final Semaphore permits = new Semaphore(AT_ONCE);
    private volatile boolean hanging;

    TimedCalls(Executor executor, Duration limit) {
        this.executor = executor;
        this.limitNanos = limit.toNanos();
    }

    /**
     * Makes a call, and waits for its answer until the limit.
     *
     * @param late gets an answer that comes after the limit, on the thread of the call
     * @throws StoreUnavailableException if there is no answer within the limit
     * @throws RuntimeException if the call does
     */
    <T> T call(Supplier<T> call, Consumer<? super T> late) {
        long end = System.nanoTime() + limitNanos;
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            if (!permits.tryAcquire(hanging ? 0 : limitNanos, TimeUnit.NANOSECONDS)) {
                throw givenUp(null);
            }
            start(() -> run(call, late, answer));
            return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooSlow) {
            hanging = true;
            if (answer.cancel(false)) {
                throw givenUp(tooSlow);
            }
            return answer.join(); // it came just now
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            answer.cancel(false);
            throw givenUp(interrupted);
        }
    }

    private void start(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException stopping) {
            permits.release();
            throw givenUp(stopping);
        }
    }

    private <T> void run(Supplier<T> call, Consumer<? super T> late, CompletableFuture<T> answer) {
        try {
            if (!answer.isDone()) {
                T result = call.get();
                if (!answer.complete(result)) {
                    late.accept(result);
                }
            }
        } catch (RuntimeException | Error failed) {
            answer.completeExceptionally(failed);
        } finally {
            hanging = false;
            permits.release();
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return cause instanceof RuntimeException known ? known : givenUp(cause);
    }

    private static StoreUnavailableException givenUp(@Nullable Throwable cause) {
        return new StoreUnavailableException("The store does not answer in the time that shadow mode gives it", cause);
    }
}
