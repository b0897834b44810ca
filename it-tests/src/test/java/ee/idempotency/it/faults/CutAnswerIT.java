// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client loses its answer after any number of bytes, and asks again. */
@FaultTest
class CutAnswerIT {

    private static final int SIZE = 2048;

    @Test
    @Requirement("H1")
    @Requirement("H2")
    void anAnswerCutAtAnyByteIsRepeatedByteForByte(Cluster cluster) throws Exception {
        History history = new History();
        List<Key> keys = new ArrayList<>();
        int cuts = 0;
        boolean cut = true;
        for (int offset = 0; cut; offset += Counts.OFFSET_STEP) {
            Key key = Key.fresh("cut", Mode.inTurn(offset));
            keys.add(key);
            cut = cutAndRepeat(cluster, history, key, offset);
            cuts += cut ? 1 : 0;
        }
        Verdict verdict = Settling.judgeStrictly(cluster, history, keys, "answers cut off");
        System.out.println("faults: " + cuts + " answers of " + SIZE + " bytes cut off, at every " + Counts.OFFSET_STEP
                + ". offset");
        assertThat(cuts * Counts.OFFSET_STEP).as("bytes of an answer").isGreaterThanOrEqualTo(SIZE);
        assertThat(verdict.effects()).isEqualTo(keys.size());
        assertThat(verdict.replays()).isGreaterThanOrEqualTo(2 * keys.size());
    }

    /** Returns false if the answer was not longer than {@code offset}, and came whole. */
    private static boolean cutAndRepeat(Cluster cluster, History history, Key key, int offset) throws IOException {
        List<Integer> ports = cluster.ports();
        try (AnswerCutter cutter = new AnswerCutter(ports.get(offset % 2), offset);
                Client client = new Client(history, Duration.ofSeconds(10))) {
            boolean cut = !(client.send(cutter.port(), key, SIZE) instanceof Reply.Success);
            assertThat(cutter.cuts()).isEqualTo(cut ? 1 : 0);
            for (int port : ports) {
                assertThat(client.send(port, key, SIZE))
                        .as("repeat of an answer cut at " + offset)
                        .isInstanceOfSatisfying(Reply.Success.class, success -> {
                            assertThat(success.replayed()).isTrue();
                            assertThat(success.body()).hasSize(SIZE);
                        });
            }
            return cut;
        }
    }
}
