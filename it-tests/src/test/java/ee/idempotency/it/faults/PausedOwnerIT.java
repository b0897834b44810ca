// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A node is stopped with requests at every gate, for longer than their leases; the other node takes over; then the first goes
 * on as if nothing had been.
 */
@FaultTest
class PausedOwnerIT {

    private static final List<String> PLACES = List.of("before-effect", "after-flush", "after-commit");
    private static final int SIZE = 200;

    @Test
    @Requirement("C3")
    @Requirement("C4")
    void anOwnerThatSleptPastItsLeaseIsNotAnsweredWithSuccess(Cluster cluster) throws Exception {
        History history = new History();
        List<Key> all = new ArrayList<>();
        int fenced = 0;
        for (int round = 0; round < Counts.PAUSES; round++) {
            for (Mode mode : Mode.all()) {
                Map<Key, String> owners = owners(round, mode);
                all.addAll(owners.keySet());
                Map<Key, Reply> zombies = pause(cluster, history, owners, round % 2);
                zombies.forEach((owner, reply) -> requireFenced(owner, owners.get(owner), reply));
                fenced += (int) zombies.values().stream()
                        .filter(reply -> reply instanceof Reply.Refused refused
                                && refused.code().equals("ownership-lost"))
                        .count();
            }
        }
        Settling.settle(cluster, history, all);
        Verdict verdict = Settling.judge(cluster, history, all, "paused owner");
        int takeovers = cluster.effects().takeovers(all);
        System.out.println("faults: " + Counts.PAUSES + " pauses a mode, " + all.size() + " owners, " + fenced
                + " zombies fenced, " + takeovers + " takeovers");
        assertThat(takeovers).as("takeovers").isPositive();
        assertThat(fenced).as("zombies refused by their fence").isPositive();
        assertThat(verdict.unknown()).as("zombies that were not answered").isZero();
    }

    private static Map<Key, String> owners(int round, Mode mode) {
        Map<Key, String> owners = new LinkedHashMap<>();
        PLACES.forEach(place -> owners.put(Key.fresh("pause-" + round, mode), place));
        return owners;
    }

    /** Only an owner whose effect and outcome were committed before it slept may be answered with success. */
    private static void requireFenced(Key owner, String place, Reply reply) {
        if (!owner.mode().exactlyOnce() || !place.equals("after-commit")) {
            assertThat(reply).as(owner + " stopped " + place).isNotInstanceOf(Reply.Success.class);
        }
    }

    private static Map<Key, Reply> pause(Cluster cluster, History history, Map<Key, String> owners, int first)
            throws Exception {
        FaultNode paused = cluster.nodes().get(first);
        int other = cluster.nodes().get(1 - first).port();
        List<GateKeeper.Gate> gates = new ArrayList<>();
        Map<Key, Future<Reply>> replies = new LinkedHashMap<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            owners.forEach((key, place) -> {
                gates.add(cluster.gates().shut(key, place));
                replies.put(key, threads.submit(() -> send(history, paused.port(), key, place)));
            });
            for (GateKeeper.Gate gate : gates) {
                assertThat(gate.awaitArrival(30))
                        .as("an owner stands at its gate")
                        .isTrue();
            }
            paused.pause();
            try {
                takeOver(history, other, List.copyOf(owners.keySet()));
            } finally {
                gates.forEach(GateKeeper.Gate::open);
                paused.resume();
            }
            Map<Key, Reply> zombies = new LinkedHashMap<>();
            for (Map.Entry<Key, Future<Reply>> reply : replies.entrySet()) {
                zombies.put(reply.getKey(), reply.getValue().get(1, TimeUnit.MINUTES));
            }
            return zombies;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Reply send(History history, int port, Key key, String place) {
        try (Client client = new Client(history, Duration.ofMinutes(1))) {
            return client.send(port, key, SIZE, place);
        }
    }

    /** Repeats the requests at the other node until each is answered with 2xx. */
    private static void takeOver(History history, int port, List<Key> keys) {
        try (Client client = new Client(history, Duration.ofSeconds(30))) {
            List<Key> open = new ArrayList<>(keys);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                open.removeIf(key -> client.send(port, key, SIZE) instanceof Reply.Success);
                return open.isEmpty();
            });
        }
    }
}
