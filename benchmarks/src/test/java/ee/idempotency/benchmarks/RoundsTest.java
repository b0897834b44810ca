// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("all")
class RoundsTest {

    private final Rounds rounds = new Rounds("memory", Map.of("floor", "floor", "again", "floor"));

    @Test
    void aQuietMachineIsTrusted() {
        again(0.1, 0.9, 0.95, 1, 1, 1.05, 1.1, 9);
        assertThat(rounds.noise("again")).isEmpty();
    }

    @Test
    void aMedianThatIsOffIsNoise() {
        again(0.7, 0.7, 0.7);
        assertThat(rounds.noise("again"))
                .containsExactly(
                        "memory, by rate: the same contender twice is 0.70 (0.70-0.70)",
                        "memory, by processor time: the same contender twice is 0.70 (0.70-0.70)");
    }

    @Test
    void aWideSpreadIsNoiseThoughItsMedianIsOne() {
        again(0.5, 0.5, 0.5, 1, 1, 1.1, 1.1, 1.1);
        assertThat(rounds.noise("again")).hasSize(2);
    }

    private void again(double... ratios) {
        for (double ratio : ratios) {
            rounds.add("floor", new Sample(1_000, 500));
            rounds.add("again", new Sample(1_000 * ratio, 500 * ratio));
        }
    }

    @Test
    void aLineARoundIsForPrograms() {
        again(0.5);
        assertThat(rounds.csv("memory", 16))
                .isEqualTo(String.format("memory,16,\"floor\",\"floor\",0,1000.0,2000.0%n"
                        + "memory,16,\"again\",\"floor\",0,500.0,4000.0%n"));
    }
}
