// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Readiness asks seldom, and nobody waits for a store that hangs. */
@Requirement("O5")
class OneAtATimeTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceASecond() {
        OneAtATime probe = new OneAtATime(() -> asked.incrementAndGet() == 1 ? "" : "away", nanos::get);

        assertThat(probe.problem()).isEmpty();
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(probe.problem()).isEmpty();
        assertThat(asked).hasValue(1);
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(probe.problem()).isEqualTo("away");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whileOneHangsOthersGetTheAnswerBeforeAndThenAProblem() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        OneAtATime probe = new OneAtATime(
                () -> {
                    if (asked.incrementAndGet() > 1) {
                        reached.countDown();
                        await(answers);
                    }
                    return "";
                },
                nanos::get);
        assertThat(probe.problem()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        CompletableFuture<String> hanging = CompletableFuture.supplyAsync(probe::problem);
        reached.await();

        assertThat(probe.problem()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(probe.problem()).isEqualTo("has not answered for a second");
        assertThat(asked).hasValue(2);

        answers.countDown();
        assertThat(hanging.get()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
