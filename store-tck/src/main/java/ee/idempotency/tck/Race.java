// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/**
 * Starts threads from a gate that opens only once all of them wait at it, round after round, so that every round is a
 * race of them all.
 */
final class Race implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final int runners;
    private final ExecutorService threads;

    Race(int runners) {
        this.runners = runners;
        this.threads = Executors.newFixedThreadPool(runners);
    }

    /** One round: what each runner came back with, by its number. */
    <T> List<T> run(IntFunction<Callable<T>> runner) {
        CyclicBarrier gate = new CyclicBarrier(runners);
        List<Future<T>> started = new ArrayList<>();
        for (int number = 0; number < runners; number++) {
            Callable<T> work = runner.apply(number);
            started.add(threads.submit(() -> {
                gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        started.forEach(runnerOfRace -> results.add(resultOf(runnerOfRace)));
        assertThat(gate.isBroken()).as("not every runner came to the gate").isFalse();
        return results;
    }

    private static <T> T resultOf(Future<T> runner) {
        try {
            return runner.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("a runner of the race failed: " + failed, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
