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

/** PostgreSQL is killed while duplicates of every key are under way, and started again on its data. */
@FaultTest
class DatabaseKillIT {

    private static final long FIRST_SUCCESS_MILLIS = 2_000;

    @Test
    @Requirement("C1")
    @Requirement("H2")
    @Requirement("H7")
    void nothingAcknowledgedIsLostWhenTheDatabaseIsKilled(Cluster cluster) throws Exception {
        Random chance = Seed.random("kill -9 of PostgreSQL");
        History history = new History();
        List<Key> all = new ArrayList<>();
        long slowest = 0;
        int failures = 0;
        for (int cycle = 0; cycle < Counts.DATABASE_KILLS; cycle++) {
            List<Key> keys = Key.fresh("database-" + cycle, Counts.KEYS_A_DATABASE_KILL);
            all.addAll(keys);
            History kill = new History();
            slowest = Math.max(slowest, killUnderLoad(cluster, kill, keys, chance));
            failures += failures(kill) > 0 ? 1 : 0;
            Settling.settle(cluster, kill, keys);
            Settling.judge(cluster, kill, keys, "kill " + (cycle + 1) + " of PostgreSQL");
            kill.events().forEach(history::add);
        }
        Settling.judge(cluster, history, all, "kill -9 of PostgreSQL");
        System.out.println("faults: " + Counts.DATABASE_KILLS + " kills of PostgreSQL, " + failures
                + " of them under requests; first success at most " + slowest + " ms after it was back");
        assertThat(failures).as("kills that a request noticed").isEqualTo(Counts.DATABASE_KILLS);
        assertThat(slowest).as("ms to the first success").isLessThanOrEqualTo(Counts.millis(FIRST_SUCCESS_MILLIS));
    }

    /** Returns the milliseconds from the database's start to the first success on each node. */
    private static long killUnderLoad(Cluster cluster, History history, List<Key> keys, Random chance)
            throws Exception {
        CountDownLatch moment = history.after(keys.size() / 10 + chance.nextInt(keys.size() / 2));
        ExecutorService killer = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Long> back = CompletableFuture.supplyAsync(() -> kill(cluster, moment), killer);
            new Load(cluster.ports(), history, 8, 2).send(keys);
            return back.get(2, TimeUnit.MINUTES);
        } finally {
            killer.shutdownNow();
        }
    }

    private static long kill(Cluster cluster, CountDownLatch moment) {
        try {
            assertThat(moment.await(2, TimeUnit.MINUTES)).as("the load goes on").isTrue();
            cluster.database().kill();
            cluster.database().start();
            return Recovery.millis(cluster.ports());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int failures(History history) {
        return (int) history.events().stream()
                .filter(event -> event.reply() instanceof Reply.Refused refused && refused.status() >= 500)
                .count();
    }
}
