// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** PostgreSQL commits, and the node never learns of it: the connection is cut before the answer to COMMIT. */
@FaultTest
class LostCommitIT {

    /** Claim, work and outcome: no operation commits more often. */
    private static final int MOST_COMMITS = 3;

    @Test
    @Requirement("C1")
    @Requirement("H2")
    void aCommitWhoseAnswerIsLostIsNotDoneTwice(Cluster cluster) throws Exception {
        Random chance = Seed.random("lost answers to COMMIT");
        int port = cluster.nodes().get(1).port();
        DatabaseLink link = cluster.link();
        int before = link.cuts();
        History history = new History();
        List<Key> keys = new ArrayList<>();
        try (Client client = new Client(history, Duration.ofSeconds(30))) {
            while (link.cuts() - before < Counts.LOST_COMMITS) {
                assertThat(keys).as("keys for so many cuts").hasSizeLessThan(10 * Counts.LOST_COMMITS);
                Key key = Key.fresh("commit", Mode.inTurn(keys.size()));
                keys.add(key);
                link.cutAfter(chance.nextInt(MOST_COMMITS));
                client.send(port, key, 200);
            }
        } finally {
            link.disarm();
        }
        Settling.settle(cluster, history, keys);
        Settling.judge(cluster, history, keys, "lost answers to COMMIT");
        System.out.println("faults: " + (link.cuts() - before) + " answers to COMMIT cut off, "
                + history.events().stream()
                        .filter(event -> event.reply() instanceof Reply.Refused)
                        .count()
                + " clients asked to come again");
    }
}
