// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.IdempotencyEvent.Shadowed;
import ee.idempotency.spi.ShadowFinding;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One line a minute for each operation and finding. */
class ShadowLogTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void everyFindingButOneHasALineOfItsOwnOnceAMinute() {
        try (LogLines lines = LogLines.open()) {
            ShadowLog log = new ShadowLog(System.getLogger("ee.idempotency.engine"), nanos::get);
            for (int i = 0; i < 3; i++) {
                for (ShadowFinding finding : ShadowFinding.values()) {
                    log.found(new Shadowed("pay", finding));
                }
            }
            assertThat(lines.of("IDEM-0121"))
                    .hasSize(ShadowFinding.values().length - 1)
                    .doesNotHaveDuplicates()
                    .allSatisfy(line -> assertThat(line).contains("IDEM-0121 shadow mode: a request of 'pay' "));
            nanos.set(TimeUnit.MINUTES.toNanos(1));
            log.found(new Shadowed("pay", ShadowFinding.ANSWER_DIFFERS));
            log.found(new Shadowed("refund", ShadowFinding.ANSWER_DIFFERS));

            assertThat(lines.of("IDEM-0121")
                            .subList(
                                    ShadowFinding.values().length - 1,
                                    lines.of("IDEM-0121").size()))
                    .containsExactly(
                            "WARNING IDEM-0121 shadow mode: a request of 'pay' repeats another one and got a different answer;"
                                    + " so 2 more since the line before",
                            "WARNING IDEM-0121 shadow mode: a request of 'refund' repeats another one and got a different"
                                    + " answer");
        }
    }
}
