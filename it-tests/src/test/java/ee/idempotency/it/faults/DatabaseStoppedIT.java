// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** PostgreSQL is there and does not answer, or is not there. */
@FaultTest
class DatabaseStoppedIT {

    private static final int REQUESTS = 24;
    private static final long LONGEST_MILLIS = 5_000;
    private static final long RECOVERY_MILLIS = 2_000;

    @Test
    @Requirement("H7")
    void aDatabaseThatHangsRefusesRequestsAndRecovers(Cluster cluster) throws Exception {
        for (int stop = 0; stop < Counts.DATABASE_STOPS; stop++) {
            growPools(cluster);
            cluster.database().stop();
            refuseWhile(cluster, "hangs", cluster.database()::go);
        }
    }

    @Test
    @Requirement("H7")
    void aDatabaseThatIsDownRefusesRequestsAndRecovers(Cluster cluster) throws Exception {
        for (int stop = 0; stop < Counts.DATABASE_STOPS; stop++) {
            growPools(cluster);
            cluster.database().kill();
            refuseWhile(cluster, "is down", cluster.database()::start);
        }
    }

    /** A pool that has been busy has more connections that turn out to be dead, one after the other. */
    private static void growPools(Cluster cluster) throws Exception {
        new Load(cluster.ports(), new History(), 32, 1).send(Key.fresh("busy", 320));
        Recovery.millis(cluster.ports());
    }

    /** Ends a fault. */
    private interface Cure {
        void apply() throws Exception;
    }

    private static void refuseWhile(Cluster cluster, String fault, Cure cure) throws Exception {
        List<Key> keys = Key.fresh("no-database", REQUESTS);
        History history = new History();
        try {
            sendAll(cluster, history, keys);
        } finally {
            cure.apply();
        }
        long recovery = Recovery.millis(cluster.ports());
        long slowest =
                history.events().stream().mapToLong(History.Event::millis).max().orElseThrow();
        System.out.println("faults: a database that " + fault + ": " + REQUESTS + " requests, slowest refusal "
                + slowest + " ms, recovery " + recovery + " ms");
        assertThat(history.events())
                .allSatisfy(event ->
                        assertThat(event.reply()).isEqualTo(new Reply.Refused(503, "store-unavailable", true)));
        assertThat(cluster.effects().of(keys)).as("no resource ran").isEmpty();
        assertThat(slowest).as("ms to the refusal").isLessThanOrEqualTo(Counts.millis(LONGEST_MILLIS));
        assertThat(recovery).as("ms to recover").isLessThanOrEqualTo(Counts.millis(RECOVERY_MILLIS));
        Settling.settle(cluster, history, keys);
        assertThat(Settling.judge(cluster, repeated(cluster, history, keys), keys, "a database that " + fault)
                        .effects())
                .isEqualTo(keys.size());
    }

    private static History repeated(Cluster cluster, History history, List<Key> keys) throws Exception {
        new Load(cluster.ports(), history, 4, 1).send(keys);
        return history;
    }

    private static void sendAll(Cluster cluster, History history, List<Key> keys) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(keys.size());
        try {
            List<Future<Reply>> replies = new ArrayList<>();
            for (Key key : keys) {
                int port = cluster.ports().get(replies.size() % 2);
                replies.add(threads.submit(() -> {
                    try (Client client = new Client(history, Duration.ofSeconds(60))) {
                        return client.send(port, key, 200);
                    }
                }));
            }
            for (Future<Reply> reply : replies) {
                reply.get(90, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
