// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    private static final byte[] BODY = {'x'};

    private final Shop shop = new Shop();
    private final String key = UUID.randomUUID().toString();
    private TestServer server = TestServer.of();

    @BeforeEach
    void start() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.max-request-size", "1000"), shop);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static final String POLICY = "/api/idempotency-policy#";

    private void assertProblem(Answer answer, int status, String code, String title) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("Link")).isEqualTo("<" + POLICY + code + ">; rel=\"describedby\"");
        assertThat(answer.json().getString("type")).isEqualTo(POLICY + code);
        assertThat(answer.json().getString("title")).isEqualTo(title);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("detail")).isNotBlank().doesNotContain(key);
        assertThat(answer.json().getString("instance")).matches("urn:uuid:[0-9a-f-]{36}");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().containsKey("retryable")).isTrue();
    }

    @Test
    @Requirement("H5")
    @Requirement("H9")
    void refusesARequestWithoutKey() {
        Answer answer = server.raw("POST", "/shop/text?secret=1", BODY);

        assertProblem(answer, 400, "key-missing", "Idempotency-Key is missing");
        assertThat(answer.json().getBoolean("retryable")).isFalse();
        assertThat(server.store.claims).isEmpty();
        assertThat(shop.runs).hasValue(0);
    }

    @ParameterizedTest
    @Requirement("H5")
    @Requirement("K7")
    @ValueSource(
            strings = {
                "Idempotency-Key: ",
                "Idempotency-Key: \"\"",
                "Idempotency-Key: a, b",
                "Idempotency-Key: \"a\", \"b\"",
                "Idempotency-Key: \"a",
                "Idempotency-Key: \u00e4",
                "Idempotency-Key: a\u0001b",
                "Idempotency-Key: a\r\nIdempotency-Key: a"
            })
    void refusesAMalformedKey(String header) {
        Answer answer = server.raw("POST", "/shop/text", BODY, header);

        assertProblem(answer, 400, "key-invalid", "Idempotency-Key is invalid");
        assertThat(server.store.claims).isEmpty();
        assertThat(shop.runs).hasValue(0);
    }

    @Test
    @Requirement("H3")
    @Requirement("H9")
    void refusesAnotherPayloadUnderTheSameKey() {
        server.post("/shop/text", key, "tea");
        Answer answer = server.post("/shop/text", key, "coffee");

        assertProblem(answer, 422, "key-reused", "Idempotency-Key is already used");
        assertThat(shop.runs).hasValue(1);
    }

    @Test
    @Requirement("H3")
    @Requirement("K6")
    void queryAndContentTypeAreOfThePayload() {
        server.post("/shop/text?a=1", key, "tea", "Content-Type: text/plain");

        assertThat(server.post("/shop/text?a=2", key, "tea", "Content-Type: text/plain")
                        .status())
                .isEqualTo(422);
        assertThat(server.post("/shop/text?a=1", key, "tea", "Content-Type: text/html")
                        .status())
                .isEqualTo(422);
        assertThat(server.post("/shop/text?a=1", key, "tea", "Content-Type: text/plain")
                        .isReplay())
                .isTrue();
    }

    @Test
    @Requirement("H4")
    @Requirement("H3")
    @Requirement("H9")
    void refusesARepeatWhileTheFirstRunsAndAnotherPayloadBeforeThat() {
        Answer[] answers = new Answer[2];
        shop.onRun = () -> {
            answers[0] = server.post("/shop/text", key, "tea");
            answers[1] = server.post("/shop/text", key, "coffee");
        };
        Answer first = server.post("/shop/text", key, "tea");

        assertProblem(answers[0], 409, "in-progress", "A request is outstanding for this Idempotency-Key");
        assertThat(answers[0].json().getBoolean("retryable")).isTrue();
        assertThat(Integer.parseInt(answers[0].header("Retry-After"))).isBetween(1, 60);
        assertProblem(answers[1], 422, "key-reused", "Idempotency-Key is already used");
        assertThat(first.text()).isEqualTo("run 1 of tea");
        assertThat(shop.runs).hasValue(1);
    }

    @Test
    @Requirement("H6")
    void refusesALargeBodyAndClaimsNothing() {
        Answer fits = server.post("/shop/text", key, "x".repeat(1000));
        Answer declared = server.post("/shop/text", key + "d", "x".repeat(1001));
        Answer chunked = RawHttp.sendChunked(
                server.port(), "/api/shop/text", List.of("Idempotency-Key: " + key + "c"), new byte[1001], 100);

        assertThat(fits.status()).isEqualTo(200);
        assertProblem(declared, 413, "request-too-large", "The request body is too large");
        assertProblem(chunked, 413, "request-too-large", "The request body is too large");
        assertThat(server.store.claims).hasSize(1);
        assertThat(shop.runs).hasValue(1);
    }

    @Test
    void acceptsAChunkedBodyOfTheLargestSize() {
        Answer answer = RawHttp.sendChunked(
                server.port(), "/api/shop/text", List.of("Idempotency-Key: " + key), new byte[1000], 7);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    @Requirement("H7")
    void failsClosedWhileTheStoreIsUnavailable() {
        server.store.beforeClaim = () -> {
            throw new StoreUnavailableException("gone", null);
        };
        Answer answer = server.post("/shop/text", key, "tea");
        server.store.beforeClaim = () -> {};

        assertProblem(answer, 503, "store-unavailable", "Idempotency is unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(shop.runs).hasValue(0);
        assertThat(server.post("/shop/text", key, "tea").text()).isEqualTo("run 1 of tea");
    }

    @Test
    @Requirement("H7")
    void runsUnprotectedWhileTheStoreIsUnavailableIfThatIsSet() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.fail-open", "true"), shop);
        server.store.beforeClaim = () -> {
            throw new StoreUnavailableException("gone", null);
        };
        Answer first = server.post("/shop/text", key, "tea");
        Answer second = server.post("/shop/text", key, "tea");
        server.store.beforeClaim = () -> {};

        assertThat(List.of(first.text(), second.text())).containsExactly("run 1 of tea", "run 2 of tea");
        assertThat(first.all("Idempotency-Key-Expires")).isEmpty();
        assertThat(server.post("/shop/text", key, "tea").text()).isEqualTo("run 3 of tea");
        assertThat(server.post("/shop/text", key, "tea").isReplay()).isTrue();
    }

    @Test
    @Requirement("H2")
    void tellsADamagedRecordAndRunsNothing() {
        server.store.beforeClaim = () -> {
            throw new DamagedRecordException("Record", "its hash does not match");
        };
        Answer answer = server.post("/shop/text", key, "tea");

        assertProblem(answer, 500, "damaged-record", "The stored response is damaged");
        assertThat(shop.runs).hasValue(0);
    }

    @Test
    @Requirement("H9")
    void pointsToADocumentationOfTheDeployers() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.documentation", "https://docs.example/idempotency"), shop);
        Answer answer = server.raw("POST", "/shop/text", BODY);

        assertThat(answer.json().getString("type")).isEqualTo("https://docs.example/idempotency#key-missing");
        assertThat(answer.header("Link")).contains("<https://docs.example/idempotency#key-missing>");
    }

    @Test
    @Requirement("H9")
    void pointsNowhereIfNothingIsPublished() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.policy", "false"), shop);

        assertThat(server.raw("POST", "/shop/text", BODY).json().getString("type"))
                .isEqualTo("urn:idempotency-ee:problem:key-missing");
        assertThat(server.raw("GET", "/idempotency-policy", new byte[0]).status())
                .isEqualTo(404);
    }
}
