// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OutcomeChoice;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.tck.Requirement;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients learn of keys, their expiry and their replays. */
class PublishedTest {

    /** A day after the clock of {@link TestServer}, without its fraction of a second. */
    private static final String EXPIRES = "Sat, 03 Jan 2026 03:04:05 GMT";

    private static final Map<String, String> STRIPE = Map.of(
            "idempotency.http.replay-header", "Idempotent-Replayed",
            "idempotency.http.should-retry-header", "Stripe-Should-Retry",
            "idempotency.http.store-statuses", "500",
            "idempotency.http.max-response-size", "1000");

    private final Shop shop = new Shop();
    private TestServer server = TestServer.of(shop, new AnyMapper());

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart(Map<String, String> settings) {
        server.close();
        server = TestServer.with(settings, shop, new AnyMapper());
    }

    @ParameterizedTest
    @Requirement("H17")
    @CsvSource({"status,200", "status-only,204", "throw,409"})
    void aStoredAnswerAndItsReplaysSayWhenTheKeyExpires(String path, int status) {
        Answer first = server.post("/shop/" + path, "one", "", "X-Status: " + status);
        Answer replay = server.post("/shop/" + path, "one", "", "X-Status: " + status);

        assertThat(first.header("Idempotency-Key-Expires")).isEqualTo(EXPIRES);
        assertThat(replay.isReplay()).isTrue();
        assertThat(replay.header("Idempotency-Key-Expires")).isEqualTo(EXPIRES);
    }

    @Test
    @Requirement("H17")
    @Requirement("H12")
    void anAnswerThatIsNotRetainedSaysSoToo() {
        restart(STRIPE);
        Answer first = server.post("/shop/stream", "one", "", "X-Size: 1001");
        Answer second = server.post("/shop/stream", "one", "", "X-Size: 1001");

        assertThat(first.header("Idempotency-Key-Expires")).isEqualTo(EXPIRES);
        assertThat(second.code()).isEqualTo("response-not-retained");
        assertThat(second.header("Idempotency-Key-Expires")).isEqualTo(EXPIRES);
        assertThat(second.header("Stripe-Should-Retry")).isEqualTo("false");
    }

    @Test
    @Requirement("H17")
    void anAnswerThatGivesTheKeyBackDoesNotSay() {
        assertThat(server.post("/shop/status", "one", "", "X-Status: 503").all("Idempotency-Key-Expires"))
                .isEmpty();
        assertThat(server.raw("POST", "/shop/status", new byte[0]).all("Idempotency-Key-Expires"))
                .isEmpty();
        restart(Map.of("idempotency.http.denied-headers", "Idempotency-Key-Expires"));
        assertThat(server.post("/shop/text", "one", "").all("Idempotency-Key-Expires"))
                .isEmpty();
    }

    @Test
    @Requirement("H2")
    void aReplayIsMarkedAsConfigured() {
        restart(STRIPE);
        Answer first = server.post("/shop/orders", "one", "{}", "Content-Type: application/json");
        Answer replay = server.post("/shop/orders", "one", "{}", "Content-Type: application/json");

        assertThat(first.all("Idempotency-Replayed")).as("of the application").isEmpty();
        assertThat(first.all("Idempotent-Replayed")).isEmpty();
        assertThat(replay.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(replay.all("Idempotency-Replayed")).isEmpty();
        assertThat(replay.all("Stripe-Should-Retry")).isEmpty();
    }

    @ParameterizedTest
    @Requirement("H11")
    @CsvSource({"status,200,", "status,404,false", "throw,409,false", "status-only,500,false", "status,503,"})
    void storedRefusalsAreNotWorthARetry(String path, int status, String shouldRetry) {
        restart(STRIPE);
        List<String> expected = shouldRetry == null ? List.of() : List.of(shouldRetry);
        for (int time = 0; time < 2; time++) {
            Answer answer = server.post("/shop/" + path, "one", "", "X-Status: " + status);
            assertThat(answer.all("Stripe-Should-Retry")).isEqualTo(expected);
        }
    }

    @Test
    @Requirement("H9")
    void problemsSayWhetherARetryIsWorthIt() {
        restart(STRIPE);
        Answer[] inProgress = new Answer[1];
        shop.onRun = () -> inProgress[0] = server.post("/shop/text", "one", "tea");
        server.post("/shop/text", "one", "tea");
        shop.onRun = () -> {};

        assertThat(inProgress[0].header("Stripe-Should-Retry")).isEqualTo("true");
        assertThat(server.post("/shop/text", "one", "coffee").header("Stripe-Should-Retry"))
                .isEqualTo("false");
    }

    @Test
    @Requirement("K7")
    void aBareKeyHasUpTo255Characters() {
        String longest = "k".repeat(255);
        byte[] body = {'x'};

        assertThat(server.raw("POST", "/shop/text", body, "Idempotency-Key: " + longest)
                        .status())
                .isEqualTo(200);
        assertThat(server.post("/shop/text", longest, "x").isReplay()).isTrue();
        assertThat(server.raw("POST", "/shop/text", body, "Idempotency-Key: k" + longest)
                        .code())
                .isEqualTo("key-invalid");
    }

    @Test
    @Requirement("H17")
    void publishesItsPolicy() {
        restart(Map.of("idempotency.http.key-min-length", "8", "idempotency.http.release-statuses", "404"));
        Answer answer = server.raw("GET", "/idempotency-policy", new byte[0], "Accept: */*");
        JsonObject policy = answer.json();

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(policy.getString("header")).isEqualTo("Idempotency-Key");
        assertThat(policy.getBoolean("required")).isTrue();
        assertThat(policy.getJsonObject("key").getInt("minLength")).isEqualTo(8);
        assertThat(policy.getJsonObject("expiry").getString("retention")).isEqualTo("PT24H");
        assertThat(policy.getJsonObject("limits").getInt("requestBytes")).isEqualTo(1024 * 1024);
        assertThat(policy.getJsonObject("repeats")
                        .getJsonArray("releasedStatuses")
                        .getString(0))
                .isEqualTo("404");
        assertThat(policy.getJsonArray("operations").toString())
                .contains("\"method\":\"DELETE\",\"path\":\"/api/shop/orders/{id}\",\"keyRequired\":true")
                .contains("\"name\":\"optional\"");
        assertThat(policy.getJsonArray("problems").toString()).contains("\"code\":\"in-progress\",\"status\":409");
    }

    @Test
    @Requirement("H17")
    @Requirement("H11")
    void publishesWhichAnswersAreKept() {
        restart(Map.of("idempotency.http.store-statuses", "4xx,500", "idempotency.http.release-statuses", "3xx,404"));
        JsonObject repeats =
                server.raw("GET", "/idempotency-policy", new byte[0]).json().getJsonObject("repeats");

        assertThat(repeats.getJsonArray("storedStatuses")).hasToString("[\"4xx\",\"500\",\"2xx\"]");
        assertThat(repeats.getJsonArray("releasedStatuses")).hasToString("[\"3xx\",\"404\",\"5xx\"]");
    }

    @Test
    @Requirement("H17")
    void theTypeOfAProblemLeadsPeopleToItsAnchor() {
        String type = server.raw("POST", "/shop/text", new byte[0]).json().getString("type");
        String[] parts = type.replaceFirst("^/api", "").split("#", 2);
        Answer page = server.raw("GET", parts[0], new byte[0], "Accept: text/html,*/*;q=0.1");

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.text()).contains("id=\"" + parts[1] + "\"", "retention", "Idempotency-Key");
    }

    @Test
    @Requirement("H17")
    void whatTheApplicationReleasesSaysNothing() {
        shop.onRun = () -> server.held.stream().map(ActiveClaim::outcome).forEach(OutcomeChoice::release);

        assertThat(server.post("/shop/text", "one", "").all("Idempotency-Key-Expires"))
                .isEmpty();
    }
}
