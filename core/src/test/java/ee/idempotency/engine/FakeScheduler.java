// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A scheduler whose periodic tasks run when the test says so, and its others at once, on a thread of their own. */
final class FakeScheduler extends ScheduledThreadPoolExecutor {

    private @Nullable Runnable periodic;
    private @Nullable ScheduledFuture<?> handle;
    long intervalNanos;
    volatile boolean rejecting;

    FakeScheduler() {
        super(1, task -> {
            Thread thread = new Thread(task, "scheduler");
            thread.setDaemon(true);
            return thread;
        });
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long initialDelay, long period, TimeUnit unit) {
        if (rejecting) {
            throw new RejectedExecutionException("stopping");
        }
        periodic = task;
        intervalNanos = unit.toNanos(period);
        handle = schedule(() -> {}, 1, TimeUnit.DAYS);
        return handle;
    }

    @Override
    public void execute(Runnable task) {
        if (rejecting) {
            throw new RejectedExecutionException("stopping");
        }
        super.execute(task);
    }

    /** Runs the periodic task once, as the scheduler would unless it was cancelled. */
    void tick() throws Exception {
        if (periodic != null && isTicking()) {
            Future<?> run = submit(periodic);
            run.get(10, TimeUnit.SECONDS);
        }
    }

    /** Whether a periodic task is left. */
    boolean isTicking() {
        return handle != null && !handle.isDone();
    }

    /** Waits for what was handed over to be done. */
    void drain() throws Exception {
        submit(() -> {}).get(10, TimeUnit.SECONDS);
    }
}
