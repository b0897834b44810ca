// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@Requirement("S4")
@Requirement("H7")
class CircuitTest {

    private static final Duration NEVER_IN_THIS_TEST = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final AtomicInteger calls = new AtomicInteger();

    private String failing() {
        calls.incrementAndGet();
        throw new StoreUnavailableException("unavailable", new IllegalStateException("READONLY replica\nand more"));
    }

    private String answering() {
        calls.incrementAndGet();
        return "Redis";
    }

    private Circuit opened(Duration rest) {
        Circuit circuit = new Circuit(rest);
        for (int call = 0; call < 3; call++) {
            assertThat(circuit.isOpen()).isFalse();
            assertThat(circuit.call(this::failing, "database")).isEqualTo("database");
        }
        assertThat(circuit.isOpen()).isTrue();
        return circuit;
    }

    /** A Redis whose administrator has renamed EVALSHA answers so. */
    @Test
    @Requirement("H9")
    void argumentsThatRedisQuotesAreInNoLine() {
        try (LogRecords log = new LogRecords("ee.idempotency.redis")) {
            Circuit circuit = new Circuit(NEVER_IN_THIS_TEST);
            for (int call = 0; call < 3; call++) {
                circuit.run(() -> {
                    throw new StoreUnavailableException(
                            "unavailable",
                            new IllegalStateException(
                                    "ERR unknown command 'EVALSHA', with args beginning with: '1' 'key 4242-4242' "));
                });
            }

            assertThat(log.starting("IDEM-0701"))
                    .singleElement()
                    .asString()
                    .contains("ERR unknown command 'EVALSHA'. The durable tier")
                    .doesNotContain("4242-4242");
        }
    }

    @Test
    void deadRedisCostsThreeCallsAndNoMore() {
        try (LogRecords log = new LogRecords("ee.idempotency.redis")) {
            Circuit circuit = opened(NEVER_IN_THIS_TEST);

            for (int call = 0; call < 1000; call++) {
                assertThat(circuit.call(this::failing, "database")).isEqualTo("database");
                circuit.run(this::failing);
            }

            assertThat(calls).hasValue(3);
            assertThat(log.starting("IDEM-07"))
                    .singleElement()
                    .asString()
                    .startsWith("IDEM-0701")
                    .contains("READONLY replica")
                    .doesNotContain("and more");
        }
    }

    @Test
    @Requirement("O12")
    void eachChangeIsReportedOnce() {
        List<IdempotencyEvent> events = new CopyOnWriteArrayList<>();
        Circuit circuit = new Circuit(SHORT);
        circuit.reportTo(events::add);
        circuit.run(this::answering);
        assertThat(events).as("nothing has changed").isEmpty();

        await().until(() -> {
            circuit.run(this::failing);
            return calls.get() >= 9;
        });
        assertThat(events).as("also after tries that failed").containsExactly(new HotTierChanged(false));

        await().until(() -> circuit.call(this::answering, "database").equals("Redis"));
        circuit.run(this::answering);
        assertThat(events).containsExactly(new HotTierChanged(false), new HotTierChanged(true));
    }

    @Test
    void failureNowAndThenLeavesItClosed() {
        Circuit circuit = new Circuit(NEVER_IN_THIS_TEST);
        for (int round = 0; round < 10; round++) {
            circuit.run(this::failing);
            circuit.run(this::answering);
            circuit.run(this::answering);
        }

        assertThat(circuit.isOpen()).isFalse();
        assertThat(calls).hasValue(30);
    }

    @Test
    void afterItsRestItIsTriedAgainAndUsedOnceItAnswers() {
        try (LogRecords log = new LogRecords("ee.idempotency.redis")) {
            Circuit circuit = opened(SHORT);
            await().until(() -> {
                circuit.run(this::failing);
                return calls.get() >= 6;
            });
            assertThat(circuit.isOpen()).as("three more tries that failed").isTrue();

            await().until(() -> circuit.call(this::answering, "database").equals("Redis"));

            assertThat(circuit.isOpen()).isFalse();
            assertThat(circuit.call(this::answering, "database")).isEqualTo("Redis");
            assertThat(log.starting("IDEM-07")).hasSize(2).last().asString().startsWith("IDEM-0702");
        }
    }

    @Test
    void whileOneCallTriesItTheOthersDoNotWaitForIt() throws Exception {
        Circuit circuit = opened(SHORT);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CompletableFuture<String> trying = CompletableFuture.supplyAsync(() -> {
            await().until(() ->
                    circuit.call(() -> hang(inside, answer), "database").equals("Redis"));
            return "Redis";
        });
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
        int before = calls.get();

        for (int call = 0; call < 100; call++) {
            assertThat(circuit.call(this::answering, "database")).isEqualTo("database");
        }

        assertThat(calls).hasValue(before);
        answer.countDown();
        assertThat(trying).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(circuit.isOpen()).isFalse();
    }

    private static String hang(CountDownLatch inside, CountDownLatch answer) {
        inside.countDown();
        try {
            answer.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "Redis";
    }
}
