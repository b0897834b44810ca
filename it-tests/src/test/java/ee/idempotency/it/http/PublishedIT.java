// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is published of protected operations, and where a client finds it. */
@ExtendWith(OneNode.class)
@Requirement("H17")
class PublishedIT {

    private final Trial trial;

    PublishedIT(OneNode.Running node) {
        this.trial = new Trial(node, "joined");
    }

    private JsonObject json(String path) {
        return Json.createReader(new StringReader(trial.get(path))).readObject();
    }

    @Test
    @DisabledIfSystemProperty(
            named = "test.server.kind",
            matches = "wildfly|liberty",
            disabledReason = "They make their document before the operations are known")
    void openApiShowsTheKeyTheProblemsAndTheHeadersOfReplays() {
        JsonObject document = json("/openapi?format=JSON");
        JsonObject charge =
                document.getJsonObject("paths").getJsonObject("/v1/charges").getJsonObject("post");

        assertThat(charge.getJsonArray("parameters").toString())
                .contains("\"name\":\"Idempotency-Key\"", "\"in\":\"header\"", "\"required\":true");
        assertThat(charge.getJsonObject("responses")).containsKeys("400", "409", "413", "422", "503");
        assertThat(charge.getJsonObject("responses").getJsonObject("409").toString())
                .contains("application/problem+json", "IdempotencyProblem");
        assertThat(charge.getJsonObject("responses").toString())
                .contains("Idempotency-Replayed", "Idempotency-Key-Expires");
        assertThat(document.getJsonObject("components").getJsonObject("schemas"))
                .containsKey("IdempotencyProblem");
        assertThat(document.getJsonObject("paths")
                        .getJsonObject("/v1/charges")
                        .getJsonObject("get")
                        .toString())
                .doesNotContain("Idempotency-Key");
    }

    @Test
    void thePolicySaysWhatIsProtectedAndForHowLong() {
        JsonObject policy = json("/idempotency-policy");

        assertThat(policy.getJsonObject("expiry").getString("retention")).isEqualTo("PT24H");
        assertThat(policy.getJsonArray("operations").toString())
                .contains("\"path\":\"/v1/charges\"", "\"mode\":\"one-commit\"");
    }

    @Test
    void anAnswerSaysWhenItsKeyExpires() {
        HttpResponse<String> first = trial.post("answer");
        HttpResponse<String> repeat = trial.post("answer");
        String expires = first.headers().firstValue("Idempotency-Key-Expires").orElseThrow();

        assertThat(Duration.between(
                        ZonedDateTime.now(ZoneOffset.UTC),
                        ZonedDateTime.parse(expires, DateTimeFormatter.RFC_1123_DATE_TIME)))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(repeat.headers().allValues("Idempotency-Key-Expires")).containsExactly(expires);
    }
}
