// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.tck.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConcurrencyTest {

    private static final int CALLERS = 32;

    @Test
    @Requirement("C1")
    @Requirement("H4")
    void ofManySimultaneousRequestsOneRuns() throws Exception {
        Shop shop = new Shop();
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (TestServer server = TestServer.of(shop)) {
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                futures.add(callers.submit(() -> {
                    start.await();
                    return server.post("/shop/text", "one", "tea");
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            assertThat(shop.runs).hasValue(1);
            assertThat(answers)
                    .allMatch(answer -> answer.status() == 200 || answer.code().equals("in-progress"));
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 200)
                    .isNotEmpty()
                    .allMatch(answer -> answer.text().equals("run 1 of tea"))
                    .filteredOn(answer -> !answer.isReplay())
                    .hasSize(1);
            assertThat(server.record("POST /shop/text", "one").map(IdempotencyRecord::state))
                    .contains(State.COMPLETED);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    @Requirement("H1")
    void noByteIsOnTheWireBeforeTheOutcomeIsStored() throws Exception {
        Shop shop = new Shop();
        CountDownLatch completing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try (TestServer server = TestServer.of(shop)) {
            server.store.beforeComplete = () -> {
                completing.countDown();
                await(goOn);
            };
            Future<Answer> answer = caller.submit(() -> server.post("/shop/stream", "one", "", "X-Size: 30000"));
            assertThat(completing.await(10, TimeUnit.SECONDS)).isTrue();
            server.store.beforeComplete = () -> {};
            Answer meanwhile = server.post("/shop/stream", "one", "", "X-Size: 30000");

            assertThat(meanwhile.code()).isEqualTo("in-progress");
            assertThat(answer).isNotDone();
            goOn.countDown();
            assertThat(answer.get().content()).isEqualTo("1".repeat(30_000));
            assertThat(server.post("/shop/stream", "one", "", "X-Size: 30000").isReplay())
                    .isTrue();
        } finally {
            caller.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened the gate");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
