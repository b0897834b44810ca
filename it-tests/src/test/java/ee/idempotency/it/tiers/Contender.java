// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.tiers;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;

import ee.idempotency.persistence.internal.TestClaims;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One store whose calls are timed, with completed records of its own to replay. */
final class Contender {

    private static final int RECORDS = 500;

    final String name;
    final IdempotencyStore store;
    private final List<ClaimRequest> completed = new ArrayList<>();

    Contender(String name, IdempotencyStore store) {
        this.name = name;
        this.store = store;
        for (int record = 0; record < RECORDS; record++) {
            completed.add(fresh());
        }
    }

    ClaimRequest fresh() {
        ClaimRequest request = TestClaims.request();
        store.complete(TestClaims.acquire(store, request), ANSWER);
        return request;
    }

    void replay(ClaimRequest request) {
        if (!(store.claim(request.withNewOwner()) instanceof Claim.Completed)) {
            throw new IllegalStateException(name + " did not replay");
        }
    }

    /** Nanoseconds of each of so many calls that one thread made, in order of size. */
    long[] timeFresh(int calls) {
        return time(calls, call -> fresh());
    }

    /** The same of replays, by several threads at once. */
    long[] timeReplays(int threads, int calls) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(threads);
        try {
            List<Future<long[]>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int offset = thread * RECORDS / threads;
                all.add(clients.submit(() ->
                        time(calls / threads, call -> replay(completed.get((offset + call) % RECORDS)))));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> each : all) {
                times.add(each.get());
            }
            return times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        } finally {
            clients.shutdownNow();
        }
    }

    private interface Call {
        void make(int number);
    }

    private static long[] time(int calls, Call call) {
        long[] nanos = new long[calls];
        for (int number = 0; number < calls; number++) {
            long before = System.nanoTime();
            call.make(number);
            nanos[number] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
