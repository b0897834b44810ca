// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.ANSWER;
import static ee.idempotency.engine.EngineFixture.OPTIONS;

import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent.StoreCalled;
import ee.idempotency.spi.IdempotencyEvent.Verb;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/**
 * What it costs a call that nobody but the log listens: all that a replay does for its events, without the rest. No test: it
 * prints nanoseconds of processor time a call, the best of five rounds, and is run by hand.
 */
final class ListenerCost {

    private static final int CALLS = 1_000_000;
    private static final int ROUNDS = 5;

    private ListenerCost() {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        Listeners listeners = new Listeners(List.of());
        ClaimRequest request = new EngineFixture().call(OPTIONS).request();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = processorNanos();
            for (int call = 0; call < CALLS; call++) {
                replay(listeners, request);
            }
            best = Math.min(best, (processorNanos() - before) / CALLS);
        }
        System.out.println("events of a replay without listeners: " + best + " ns a call");
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void replay(Listeners listeners, ClaimRequest request) {
        CallWatch watch = AttemptStarters.watch(request, OPTIONS, listeners);
        long before = System.nanoTime();
        watch.report(new StoreCalled(Verb.CLAIM, Duration.ofNanos(System.nanoTime() - before), null));
        watch.ended(true);
        watch.replayed(ANSWER);
    }
}
