// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One connection dies while another one is at work. */
@FaultTest
class BystanderIT {

    private static final int OTHERS = 100;
    private static final int SIZE = 200;

    /** Payara's pool with {@code --failconnection=true} ends them all: hence the pool that the example ships. */
    @Test
    @Requirement("H7")
    void aConnectionThatDiesEndsNoTransactionOfAnother(Cluster cluster) throws Exception {
        int port = cluster.nodes().get(1).port();
        int cutsBefore = cluster.link().cuts();
        Key held = Key.fresh("held", Mode.inTurn(0));
        GateKeeper.Gate gate = cluster.gates().shut(held, "after-flush");
        ExecutorService holder = Executors.newSingleThreadExecutor();
        try {
            Future<Reply> reply = holder.submit(() -> send(port, List.of(held), "after-flush"));
            assertThat(gate.awaitArrival(30)).as("a transaction is open").isTrue();
            cluster.link().cutAfter(0);
            send(port, Key.fresh("bystander", OTHERS), null);
            gate.open();

            assertThat(reply.get(30, TimeUnit.SECONDS)).isInstanceOf(Reply.Success.class);
            assertThat(cluster.link().cuts() - cutsBefore).as("connections cut").isEqualTo(1);
        } finally {
            gate.open();
            cluster.link().disarm();
            holder.shutdownNow();
        }
    }

    /** Sends the keys one after the other, and returns the last reply. */
    private static Reply send(int port, List<Key> keys, @Nullable String stopAt) {
        Reply last = new Reply.NotSent();
        try (Client client = new Client(new History(), Duration.ofSeconds(30))) {
            for (Key key : keys) {
                last = client.send(port, key, SIZE, stopAt);
            }
        }
        return last;
    }
}
