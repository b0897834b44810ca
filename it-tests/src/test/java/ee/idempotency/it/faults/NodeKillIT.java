// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One of two nodes is killed while duplicates of every key are under way on both. */
@FaultTest
class NodeKillIT {

    /** A node dies between claim and outcome by chance: it is killed on until that was seen, but not more often. */
    private static final int MOST = Counts.NODE_KILLS + 10;

    @Test
    @Requirement("C1")
    @Requirement("C2")
    @Requirement("H2")
    void nothingAcknowledgedIsLostWhenANodeIsKilled(Cluster cluster) throws Exception {
        Random chance = Seed.random("kill -9 of a node");
        History history = new History();
        List<Key> all = new ArrayList<>();
        int brokenOff = 0;
        int takeovers = 0;
        int kills = 0;
        while (kills < Counts.NODE_KILLS || (takeovers == 0 && kills < MOST)) {
            List<Key> keys = Key.fresh("kill-" + kills, Counts.KEYS_A_NODE_KILL);
            all.addAll(keys);
            History kill = new History();
            killUnderLoad(cluster, kill, keys, cluster.nodes().get(kills % 2), chance);
            kills++;
            brokenOff += kill.unanswered() > 0 ? 1 : 0;
            Settling.settle(cluster, kill, keys);
            Settling.judge(cluster, kill, keys, "kill " + kills + " of a node");
            kill.events().forEach(history::add);
            takeovers = cluster.effects().takeovers(all);
        }
        Verdict verdict = Settling.judge(cluster, history, all, "kill -9 of a node");
        System.out.println(
                "faults: " + kills + " kills, " + brokenOff + " of them under requests, " + takeovers + " takeovers");
        assertThat(verdict.keys()).isEqualTo(all.size());
        assertThat(brokenOff).as("kills that broke requests off").isEqualTo(kills);
        assertThat(takeovers).as("takeovers").isPositive();
    }

    private static void killUnderLoad(Cluster cluster, History history, List<Key> keys, FaultNode victim, Random chance)
            throws Exception {
        CountDownLatch moment = history.after(keys.size() / 20 + chance.nextInt(keys.size()));
        ExecutorService killer = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Void> restarted = CompletableFuture.runAsync(() -> kill(moment, victim), killer);
            new Load(cluster.ports(), history, 8, 2).send(keys);
            restarted.get(5, TimeUnit.MINUTES);
        } finally {
            killer.shutdownNow();
        }
    }

    private static void kill(CountDownLatch moment, FaultNode victim) {
        try {
            assertThat(moment.await(2, TimeUnit.MINUTES)).as("the load goes on").isTrue();
            victim.kill();
            victim.start();
            victim.awaitReady();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
