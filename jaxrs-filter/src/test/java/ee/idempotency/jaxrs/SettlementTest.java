// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.tck.Requirement;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a claim. */
class SettlementTest {

    private final Shop shop = new Shop();
    private final String key = UUID.randomUUID().toString();
    private TestServer server = TestServer.of();

    @BeforeEach
    void start() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.max-response-size", "1000"), shop, new AnyMapper());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @Requirement("H11")
    @ValueSource(ints = {200, 202, 302, 400, 404, 409, 410, 422, 451})
    void storesOutcomes(int status) {
        for (String path : new String[] {"status", "status-only", "throw"}) {
            Answer first = server.post("/shop/" + path, key, "", "X-Status: " + status);
            Answer second = server.post("/shop/" + path, key, "", "X-Status: " + status);

            assertThat(first.status()).isEqualTo(status);
            assertThat(second.status()).isEqualTo(status);
            assertThat(second.isReplay()).as(path).isTrue();
            assertThat(second.content()).isEqualTo(first.content());
        }
    }

    @ParameterizedTest
    @Requirement("H11")
    @ValueSource(ints = {401, 403, 408, 412, 425, 428, 429, 500, 501, 503, 599})
    void givesTheKeyBackForOtherAnswers(int status) {
        for (String path : new String[] {"status", "status-only", "throw"}) {
            int before = shop.runs.get();
            Answer first = server.post("/shop/" + path, key, "", "X-Status: " + status);
            assertThat(first.status()).isEqualTo(status);
            assertThat(server.record("POST /shop/" + path, key)).isEmpty();
            Answer second = server.post("/shop/" + path, key, "", "X-Status: " + status);

            assertThat(second.isReplay()).isFalse();
            assertThat(shop.runs).hasValue(before + 2);
        }
    }

    @Test
    @Requirement("H16")
    void aMappedExceptionIsSettledByItsStatus() {
        Answer answer = server.post("/shop/throw", key, "", "X-Status: 0");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(server.record("POST /shop/throw", key)).isEmpty();
        server.post("/shop/throw", key, "", "X-Status: 400");
        assertThat(server.post("/shop/throw", key, "", "X-Status: 400").isReplay())
                .isTrue();
    }

    @Test
    @Requirement("H16")
    void aBodyThatCannotBeWrittenGivesTheKeyBackOnce() {
        Answer answer = server.post("/shop/broken-stream", key, "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.content()).doesNotContain("half");
        assertThat(server.record("POST /shop/broken-stream", key)).isEmpty();
    }

    @ParameterizedTest
    @Requirement("H1")
    @CsvSource({"text,200", "stream,200", "located-stream,201", "status-only,204"})
    void theClientSeesNothingOfAnAnswerThatIsNotStored(String path, int status) {
        server.store.beforeComplete = () -> {
            throw new StoreUnavailableException("gone", null);
        };
        Answer answer = server.post("/shop/" + path, key, "tea", "X-Status: " + status, "X-Size: 5000");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("outcome-not-stored");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.all("Location")).isEmpty();
        assertThat(state("POST /shop/" + path)).contains(State.IN_PROGRESS);
    }

    @ParameterizedTest
    @Requirement("C3")
    @Requirement("H1")
    @CsvSource({"text,200", "stream,200", "located-stream,201", "status-only,204"})
    void theClientSeesNothingOfAnAnswerWhoseOwnerLostTheClaim(String path, int status) {
        server.store.beforeComplete =
                () -> server.store.delete(server.held.get(0).binding().recordKey());
        Answer answer = server.post("/shop/" + path, key, "tea", "X-Status: " + status, "X-Size: 5000");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("ownership-lost");
        assertThat(answer.json().getBoolean("retryable")).isTrue();
        assertThat(answer.all("Location")).isEmpty();
        assertThat(server.record("POST /shop/" + path, key)).isEmpty();
    }

    @Test
    @Requirement("H12")
    void aLargeAnswerGoesToItsFirstCallerAndIsNotRetained() {
        Answer first = server.post("/shop/located-stream", key, "", "X-Size: 50000");
        Answer second = server.post("/shop/located-stream", key, "", "X-Size: 50000");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.content()).isEqualTo("1".repeat(50_000));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("response-not-retained");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(shop.runs).hasValue(1);
        assertThat(((Outcome.Completed) outcome("POST /shop/located-stream")).body())
                .isNull();
    }

    @Test
    @Requirement("H12")
    void anAnswerOfTheLargestSizeIsRetained() {
        server.post("/shop/stream", key, "", "X-Size: 1000");
        Answer second = server.post("/shop/stream", key, "", "X-Size: 1000");

        assertThat(second.isReplay()).isTrue();
        assertThat(second.content()).isEqualTo("1".repeat(1000));
    }

    private Optional<State> state(String operation) {
        return server.record(operation, key).map(IdempotencyRecord::state);
    }

    private Outcome outcome(String operation) {
        return server.record(operation, key).flatMap(IdempotencyRecord::outcome).orElseThrow();
    }
}
