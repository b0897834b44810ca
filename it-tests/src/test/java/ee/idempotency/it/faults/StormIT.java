// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many clients send the same keys at the same time, to both nodes. Nothing dies. */
@FaultTest
class StormIT {

    @Test
    @Requirement("C1")
    void everyKeyHasOneEffectHoweverManySendItAtOnce(Cluster cluster) throws Exception {
        List<Key> keys = Key.fresh("storm", Counts.STORM_KEYS);
        History history = new History();

        new Load(cluster.ports(), history, 1, Counts.STORM_CLIENTS).send(keys);
        Settling.settle(cluster, history, keys);

        Verdict verdict = Settling.judgeStrictly(cluster, history, keys, "duplicate storm");
        assertThat(verdict.effects()).isEqualTo(keys.size());
        assertThat(verdict.requests()).isGreaterThanOrEqualTo(keys.size() * Counts.STORM_CLIENTS);
        assertThat(history.events().stream()
                        .filter(event -> event.reply() instanceof Reply.Refused refused
                                && refused.code().equals("in-progress")))
                .as("requests that met another in progress")
                .isNotEmpty();
    }

    @Test
    @Requirement("C2")
    void ofManyThatTakeOverAnExpiredClaimOneRuns(Cluster cluster) throws Exception {
        List<Key> keys = Key.fresh("race", Counts.RACE_KEYS);
        new Load(cluster.ports(), new History(), 8, 1).send(keys);
        assertThat(cluster.effects().abandon(keys, Duration.ofSeconds(-1))).isEqualTo(keys.size());
        History history = new History();

        new Load(cluster.ports(), history, 1, Counts.RACE_CLIENTS).send(keys);
        Settling.settle(cluster, history, keys);

        Verdict verdict = Settling.judgeStrictly(cluster, history, keys, "takeover race");
        assertThat(verdict.effects()).isEqualTo(keys.size());
        assertThat(cluster.effects().takeovers(keys)).as("takeovers").isEqualTo(keys.size());
    }
}
