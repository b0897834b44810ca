// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Slow operations hold every connection of a node. */
@FaultTest
class PoolExhaustedIT {

    private static final int POOL = 4;
    private static final int REQUESTS = 64;
    private static final long LONGEST_MILLIS = 1_500;

    @Test
    @Requirement("H7")
    void requestsThatGetNoConnectionAreAskedToComeAgainSoon(Cluster cluster) throws Exception {
        FaultNode node = cluster.node(POOL, Map.of());
        try {
            node.awaitReady();
            warmUp(node);
            History history = new History();
            List<Key> holders = Key.fresh("holder", POOL);
            List<Key> others = Key.fresh("pool", REQUESTS - POOL);
            long slowest = exhaust(cluster, node, history, holders, others);
            List<Key> all = Stream.concat(holders.stream(), others.stream()).toList();
            Settling.settle(cluster, history, all);
            Verdict verdict = Settling.judgeStrictly(cluster, history, all, "pool exhausted");
            assertThat(verdict.effects()).isEqualTo(REQUESTS);
            System.out.println("faults: " + others.size() + " requests without a connection, slowest refusal " + slowest
                    + " ms, node well again after " + Recovery.millis(List.of(node.port())) + " ms");
            assertThat(slowest).as("ms to the refusal").isLessThanOrEqualTo(Counts.millis(LONGEST_MILLIS));
        } finally {
            node.close();
        }
    }

    /** The classes of a first request are not what is measured. */
    private static void warmUp(FaultNode node) {
        Recovery.millis(List.of(node.port()));
    }

    private static long exhaust(Cluster cluster, FaultNode node, History history, List<Key> holders, List<Key> others)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
        List<GateKeeper.Gate> gates = new ArrayList<>();
        List<Future<Reply>> held = new ArrayList<>();
        try {
            for (Key holder : holders) {
                gates.add(cluster.gates().shut(holder, "after-flush"));
                held.add(threads.submit(() -> send(history, node, holder, "after-flush")));
            }
            for (GateKeeper.Gate gate : gates) {
                assertThat(gate.awaitArrival(30)).as("a connection is held").isTrue();
            }
            return refused(threads, node, others, history);
        } finally {
            gates.forEach(GateKeeper.Gate::open);
            for (Future<Reply> holder : held) {
                assertThat(holder.get(30, TimeUnit.SECONDS)).isInstanceOf(Reply.Success.class);
            }
            threads.shutdownNow();
        }
    }

    /** Returns the milliseconds of the slowest refusal. */
    private static long refused(ExecutorService threads, FaultNode node, List<Key> keys, History history)
            throws Exception {
        List<Future<Reply>> replies = new ArrayList<>();
        History refusals = new History();
        for (Key key : keys) {
            replies.add(threads.submit(() -> send(refusals, node, key, null)));
        }
        for (Future<Reply> reply : replies) {
            assertThat(reply.get(30, TimeUnit.SECONDS)).isEqualTo(new Reply.Refused(503, "store-unavailable", true));
        }
        refusals.events().forEach(history::add);
        return refusals.events().stream().mapToLong(History.Event::millis).max().orElseThrow();
    }

    private static Reply send(History history, FaultNode node, Key key, @Nullable String gate) {
        try (Client client = new Client(history, Duration.ofSeconds(30))) {
            return client.send(node.port(), key, 200, gate);
        }
    }
}
