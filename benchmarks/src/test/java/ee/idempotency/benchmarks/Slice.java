// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often threads make a call in a slice of time.
 *
 * @param processorTime used until now, in nanoseconds
 */
record Slice(int threads, long millis, LongSupplier processorTime) {

    Sample sample(Callable<Object> call) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(threads);
        try {
            long used = processorTime.getAsLong();
            long start = System.nanoTime();
            long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
            List<Future<Long>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                all.add(clients.submit(() -> callsUntil(end, call)));
            }
            long calls = 0;
            for (Future<Long> each : all) {
                calls += each.get();
            }
            long took = System.nanoTime() - start;
            return new Sample(calls * 1e9 / took, calls * 1e9 / (processorTime.getAsLong() - used));
        } finally {
            clients.shutdown();
            clients.awaitTermination(
                    1, TimeUnit.MINUTES); // so that no thread takes its processor time with it in the next slice
        }
    }

    private static long callsUntil(long end, Callable<Object> call) throws Exception {
        long calls = 0;
        while (System.nanoTime() < end) {
            call.call();
            calls++;
        }
        return calls;
    }
}
