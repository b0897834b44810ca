// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Requirement("O3")
class BackOffTest {

    private static final BackOff DEFAULT = Outboxes.settings().backOff();

    @Test
    void doublesUpToTheLongestPause() {
        assertThat(DEFAULT.after(1, () -> 0.0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(DEFAULT.after(2, () -> 0.0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(DEFAULT.after(10, () -> 0.0)).isEqualTo(Duration.ofSeconds(512));
        assertThat(DEFAULT.after(11, () -> 0.0)).isEqualTo(Duration.ofMinutes(10));
        assertThat(DEFAULT.after(1_000, () -> 0.0)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void isLongerByAQuarterAtMost() {
        assertThat(DEFAULT.after(1, () -> 0.999)).isBetween(Duration.ofMillis(1_200), Duration.ofMillis(1_250));
    }

    /** Whatever the chance, no event dies while a broker is away for an hour. */
    @Test
    void outlastsAnOutageOfAnHour() {
        Duration all = Duration.ZERO;
        for (int tries = 1; !DEFAULT.isLast(tries); tries++) {
            all = all.plus(DEFAULT.after(tries, () -> 0.0));
        }

        assertThat(all).isBetween(Duration.ofMinutes(90), Duration.ofMinutes(120));
    }
}
