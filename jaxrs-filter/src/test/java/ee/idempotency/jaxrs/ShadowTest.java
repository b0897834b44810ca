// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.ShadowFinding;
import ee.idempotency.tck.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shadow mode: what it finds of each kind of request, and that it changes none. */
@Requirement("O8")
class ShadowTest {

    private static final Map<String, String> SHADOW =
            Map.of("idempotency.http.shadow", "true", "idempotency.http.shadow.timeout", "PT20S");

    private final Shop shop = new Shop();
    private TestServer server = TestServer.with(SHADOW, shop);

    @AfterEach
    void close() {
        server.close();
    }

    private void restart(String... more) {
        server.close();
        Map<String, String> settings = new HashMap<>(SHADOW);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        server = TestServer.with(settings, shop);
    }

    private void assertFound(ShadowFinding... findings) {
        assertThat(server.found).containsExactly(findings);
    }

    @Test
    void runsEveryRequestAndReportsTheRepeatAndItsOtherAnswer() {
        Answer first = server.post("/shop/text", "k", "body");
        Answer repeat = server.post("/shop/text", "k", "body");

        assertThat(first.text()).isEqualTo("run 1 of body");
        assertThat(repeat.text()).isEqualTo("run 2 of body");
        assertThat(first.all("Idempotency-Key-Expires")).isEmpty();
        assertThat(repeat.isReplay()).isFalse();
        assertFound(ShadowFinding.FRESH, ShadowFinding.REPLAY, ShadowFinding.ANSWER_DIFFERS);
    }

    @Test
    void reportsARepeatOnlyWhereTheAnswerIsTheSame() {
        server.post("/shop/empty-text", "k", "body");
        server.post("/shop/empty-text", "k", "body");

        assertFound(ShadowFinding.FRESH, ShadowFinding.REPLAY);
    }

    @Test
    void comparesTheStatusAndTheHeadersThatWouldBeStored() {
        server.post("/shop/orders", "k", "{\"item\":\"a\",\"count\":1}", "Content-Type: application/json");
        shop.runs.set(0); // the same answer again
        server.post("/shop/orders", "k", "{\"item\":\"a\",\"count\":1}", "Content-Type: application/json");
        assertFound(ShadowFinding.FRESH, ShadowFinding.REPLAY);

        server.send("POST", "/shop/status-only", "s", new byte[0], "X-Status: 201");
        server.send("POST", "/shop/status-only", "s", new byte[0], "X-Status: 202");
        assertThat(server.found.subList(2, 5))
                .containsExactly(ShadowFinding.FRESH, ShadowFinding.REPLAY, ShadowFinding.ANSWER_DIFFERS);
    }

    @Test
    void reportsAKeyThatComesWithAnotherPayload() {
        server.post("/shop/text", "k", "one");
        Answer other = server.post("/shop/text", "k", "other");

        assertThat(other.text()).isEqualTo("run 2 of other");
        assertFound(ShadowFinding.FRESH, ShadowFinding.KEY_REUSED);
    }

    @Test
    void reportsAKeyThatIsMissingOrMalformed() {
        assertThat(server.raw("POST", "/shop/text", "a".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(server.raw("POST", "/shop/text", "b".getBytes(StandardCharsets.UTF_8), "Idempotency-Key: \"open")
                        .status())
                .isEqualTo(200);
        assertThat(server.raw("POST", "/shop/optional", new byte[0]).status()).isEqualTo(200);

        assertFound(ShadowFinding.KEY_MISSING, ShadowFinding.KEY_INVALID);
    }

    @Test
    void leavesABodyThatIsTooLargeOrUnfinishedToItsResource() {
        restart("idempotency.http.max-request-size", "10");
        Answer large = server.post("/shop/text", "k", "x".repeat(100_000));
        assertThat(large.text()).isEqualTo("run 1 of " + "x".repeat(100_000));
        assertFound(ShadowFinding.REQUEST_TOO_LARGE);

        server.post("/shop/text", "j", "[1, 2", "Content-Type: application/json");
        assertThat(server.found.get(1)).isEqualTo(ShadowFinding.BODY_MALFORMED);
    }

    @Test
    void reportsAnAnswerThatWouldNotBeKept() {
        restart("idempotency.http.max-response-size", "10");
        Answer large = server.send("POST", "/shop/stream", "k", new byte[0], "X-Size: 5000");

        assertThat(large.content()).isEqualTo("1".repeat(5000));
        assertFound(ShadowFinding.FRESH, ShadowFinding.ASYNCHRONOUS, ShadowFinding.RESPONSE_NOT_RETAINED);
    }

    @Test
    void givesTheKeyBackWhereTheAnswerIsNoOutcome() {
        for (String path : List.of("/shop/throw", "/shop/broken-stream", "/shop/status")) {
            server.send("POST", path, "k", new byte[0], "X-Status: 503");
            server.send("POST", path, "k", new byte[0], "X-Status: 503");
        }
        assertThat(server.found.stream().filter(finding -> !finding.isAdditional()))
                .hasSize(6)
                .containsOnly(ShadowFinding.FRESH);
    }

    @Test
    void doesNotReadForms() {
        Answer form = server.post("/shop/form-param", "k", "a=1", "Content-Type: application/x-www-form-urlencoded");

        assertThat(form.text()).isEqualTo("11");
        assertFound(ShadowFinding.FRESH, ShadowFinding.BODY_NOT_COMPARED);
    }

    @Test
    void keepsNoBodyAndUsesANamespaceOfItsOwn() {
        server.post("/shop/optional", "k", "secret");

        assertThat(server.record("optional", "k")).isEmpty();
        assertThat(server.store.claims)
                .singleElement()
                .satisfies(claim -> assertThat(server.store.lookup(claim.recordKey()))
                        .hasValueSatisfying(record -> assertThat(record.outcome())
                                .get()
                                .isInstanceOfSatisfying(Outcome.Completed.class, kept -> {
                                    assertThat(kept.body()).isNull();
                                    assertThat(kept.headers().toString()).doesNotContain("run 1");
                                })));
    }

    @Test
    void isSampledByKey() {
        restart("idempotency.http.shadow.sample", "0.5");
        IntStream.range(0, 200).forEach(i -> server.post("/shop/empty-text", "key-" + i % 100, "body"));

        long fresh = server.found.stream().filter(ShadowFinding.FRESH::equals).count();
        assertThat(fresh).isBetween(20L, 80L);
        assertThat(server.found).hasSize((int) fresh * 2);
    }

    /** Both are inside their resource at once; one of them must have been found in progress. */
    @Test
    void reportsTwoRequestsOfAKeyAtOnce() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        shop.onRun = () -> {
            inside.countDown();
            await(inside);
        };
        CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> server.post("/shop/text", "k", "body"));
        Answer other = server.post("/shop/text", "k", "body");

        assertThat(List.of(one.get(20, TimeUnit.SECONDS).status(), other.status()))
                .containsOnly(200);
        assertThat(shop.runs).hasValue(2);
        assertThat(server.found).containsExactlyInAnyOrder(ShadowFinding.FRESH, ShadowFinding.IN_PROGRESS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void changesNothingWhileTheStoreFails() {
        server.store.beforeClaim = () -> {
            throw new StoreUnavailableException("away", null);
        };
        assertThat(server.post("/shop/text", "k", "body").text()).isEqualTo("run 1 of body");
        server.store.beforeClaim = () -> {
            throw new IllegalStateException("a fault");
        };
        assertThat(server.post("/shop/text", "k", "body").text()).isEqualTo("run 2 of body");
        server.store.beforeClaim = () -> {};
        server.store.beforeComplete = () -> {
            throw new StoreUnavailableException("away", null);
        };
        assertThat(server.post("/shop/text", "k", "body").text()).isEqualTo("run 3 of body");

        assertFound(
                ShadowFinding.UNAVAILABLE, ShadowFinding.OTHER_REFUSAL, ShadowFinding.FRESH, ShadowFinding.ANSWER_LOST);
    }

    @Test
    void doesNotWaitForAStoreThatHangs() throws Exception {
        restart("idempotency.http.shadow.timeout", "PT0.05S");
        CountDownLatch recovered = new CountDownLatch(1);
        server.store.beforeClaim = () -> await(recovered);
        try {
            for (int i = 1; i <= 20; i++) {
                assertThat(server.post("/shop/text", "k", "body").text()).isEqualTo("run " + i + " of body");
            }
            assertThat(server.found).hasSize(20).containsOnly(ShadowFinding.UNAVAILABLE);
            assertThat(server.store.claims).as("those that hang").hasSizeLessThanOrEqualTo(4);
        } finally {
            recovered.countDown();
        }
    }

    @Test
    void needsThreads() {
        assertThatThrownBy(() -> TestServer.with(Map.of("idempotency.operation.\"optional\".shadow", "true"), shop))
                .isInstanceOf(InvalidDeploymentException.class)
                .hasMessageContaining("shadow mode needs threads");
    }
}
