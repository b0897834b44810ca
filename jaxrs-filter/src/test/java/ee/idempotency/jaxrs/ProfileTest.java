// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.InvalidSettingsException;
import ee.idempotency.tck.Requirement;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manners of other APIs: codes, bodies, statuses, headers and keys. */
@Requirement("H24")
class ProfileTest {

    /** Everything needs a key, as a resource of the Agentic Commerce Protocol has it. */
    @Path("/shop")
    @IdempotentOperation
    public static class Checkout {

        volatile Runnable onRun = () -> {};
        final AtomicInteger runs = new AtomicInteger();
        volatile int status = 201;

        @POST
        public jakarta.ws.rs.core.Response create(String body) {
            onRun.run();
            return jakarta.ws.rs.core.Response.status(status)
                    .entity("run " + runs.incrementAndGet())
                    .build();
        }
    }

    private final Checkout checkout = new Checkout();
    private TestServer server = TestServer.of(checkout);

    @AfterEach
    void close() {
        server.close();
    }

    private void restart(String profile, String... more) {
        server.close();
        Map<String, String> settings = new HashMap<>(Map.of("idempotency.http.profile", profile));
        for (int i = 0; i < more.length; i += 2) {
            settings.put("idempotency.http." + more[i], more[i + 1]);
        }
        server = TestServer.with(settings, checkout);
    }

    private Answer post(String body, String... lines) {
        return server.raw("POST", "/shop", body.getBytes(UTF_8), lines);
    }

    private Answer inProgress() {
        Answer[] second = new Answer[1];
        checkout.onRun = () -> second[0] = post("a", "Idempotency-Key: running");
        post("a", "Idempotency-Key: running");
        checkout.onRun = () -> {};
        return second[0];
    }

    private static void assertAcp(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json()).containsOnlyKeys("type", "code", "message");
        assertThat(answer.json().getString("type")).isEqualTo("invalid_request");
        assertThat(answer.json().getString("code")).isEqualTo(code);
        assertThat(answer.json().getString("message")).isNotBlank();
    }

    @Test
    void theErrorsOfTheAgenticCommerceProtocolAreFlat() {
        restart("acp");
        post("a", "Idempotency-Key: one");

        assertAcp(post("a"), 400, "idempotency_key_required");
        assertAcp(post("b", "Idempotency-Key: one"), 422, "idempotency_conflict");
        assertAcp(post("b", "Idempotency-Key: a b"), 400, "idempotency_key_invalid");
        Answer inFlight = inProgress();
        assertAcp(inFlight, 409, "idempotency_in_flight");
        assertThat(inFlight.header("Retry-After")).isNotBlank();
        assertThat(post("a", "Idempotency-Key: one").header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void aBodyIsComparedByItsContentThere() {
        restart("acp");
        String json = "Content-Type: application/json";
        post("{\"a\":1,\"b\":[1,2]}", "Idempotency-Key: one", json);

        assertThat(post("{\"b\":[1,2], \"a\":1.0}", "Idempotency-Key: one", json)
                        .header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(post("{\"b\":[2,1],\"a\":1}", "Idempotency-Key: one", json).status())
                .isEqualTo(422);
        assertThat(post("{\"b\":[1,2],\"a\":1,\"c\":null}", "Idempotency-Key: one", json)
                        .status())
                .isEqualTo(422);
        assertThat(post("{\"a\":", "Idempotency-Key: two", json).json().getString("param"))
                .isEqualTo("$");
    }

    @Test
    void aServerErrorIsNotKeptThere() {
        restart("acp");
        checkout.status = 500;
        post("a", "Idempotency-Key: one");
        checkout.status = 201;

        assertThat(post("a", "Idempotency-Key: one").text()).isEqualTo("run 2");
    }

    @Test
    void theErrorsOfStripeAreInAnObject() {
        restart("stripe");
        post("a", "Idempotency-Key: one");
        Answer reused = post("b", "Idempotency-Key: one");
        Answer inUse = inProgress();
        Answer missing = post("a");

        assertThat(reused.status()).isEqualTo(400);
        assertThat(error(reused).getString("type")).isEqualTo("idempotency_error");
        assertThat(reused.header("Stripe-Should-Retry")).isEqualTo("false");
        assertThat(inUse.status()).isEqualTo(409);
        assertThat(error(inUse).getString("code")).isEqualTo("idempotency_key_in_use");
        assertThat(inUse.header("Stripe-Should-Retry")).isEqualTo("true");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(error(missing).getString("type")).isEqualTo("invalid_request_error");
        assertThat(post("a", "Idempotency-Key: one").header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    private static JsonObject error(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        return answer.json().getJsonObject("error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stripe", "acp"})
    void aKeyIsWhatWasSent(String profile) {
        restart(profile);
        post("a", "Idempotency-Key: key");
        post("a", "Idempotency-Key: \"key\"");
        post("a", "Idempotency-Key: k,e;y\\\"");

        assertThat(checkout.runs).hasValue(3);
        assertThat(server.record("POST /shop", "\"key\"")).isPresent();
        assertThat(post("a", "Idempotency-Key: k", "Idempotency-Key: k").status())
                .isEqualTo(400);
        assertThat(post("a", "Idempotency-Key: " + "k".repeat(256)).status()).isEqualTo(400);
        assertThat(checkout.runs).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"draft-07,422,application/problem+json", "stripe,400,application/json", "acp,422,application/json"})
    void thePolicySaysHowProblemsLook(String profile, int status, String contentType) {
        restart(profile);
        JsonObject policy =
                server.raw("GET", "/idempotency-policy", new byte[0]).json();
        post("a", "Idempotency-Key: one");

        assertThat(policy.getString("profile")).isEqualTo(profile);
        assertThat(policy.getJsonArray("problems").getValuesAs(JsonObject.class))
                .filteredOn(problem -> problem.getString("code").equals("key-reused"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.getInt("status")).isEqualTo(status);
                    assertThat(problem.containsKey("body")).isEqualTo(!profile.equals("draft-07"));
                });
        assertThat(post("b", "Idempotency-Key: one").status()).isEqualTo(status);
        assertThat(post("b", "Idempotency-Key: one").header("Content-Type")).isEqualTo(contentType);
    }

    @Test
    void eachDefaultOfAProfileCanBeSetOtherwise() {
        restart("stripe", "key-syntax", "lenient", "replay-header", "X-Again");
        post("a", "Idempotency-Key: key");

        assertThat(post("a", "Idempotency-Key: \"key\"").header("X-Again")).isEqualTo("true");
    }

    @Test
    void aProfileThatDoesNotExistOrContradictsASettingStopsTheDeployment() {
        assertThatThrownBy(() -> restart("draft-08"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("idempotency.http.profile = draft-08: must be one of draft-07, stripe, acp");
        assertThatThrownBy(() -> restart("acp", "key", "optional"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("demands a key of every request");
        assertThatThrownBy(() -> TestServer.with(Map.of("idempotency.http.profile", "acp"), new Shop()))
                .isInstanceOf(InvalidDeploymentException.class)
                .hasMessageContaining("leave keyPolicy out");
    }
}
