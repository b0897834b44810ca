// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the observability jar, which the example brings, shows on a real server. */
@ExtendWith(OneNode.class)
@Tag("deployments")
@Requirement("O5")
class ObservabilityIT {

    private static final Pattern BINDING = Pattern.compile("IDEM-0801 the operations of '.+' are watched by (.+)");

    /** What a server shows to an application with the configuration that the example ships. */
    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "wildfly",
            Set.of("JMX", "flight recordings"),
            "liberty",
            Set.of("JMX", "MicroProfile Metrics", "MicroProfile Health", "flight recordings"));

    private final OneNode.Running node;

    ObservabilityIT(OneNode.Running node) {
        this.node = node;
    }

    @Test
    @EnabledIfSystemProperty(
            named = "test.server.kind",
            matches = "wildfly|liberty",
            disabledReason = "The example has Payara log warnings only")
    void bindsToWhatTheServerShows() throws IOException {
        assertThat(BINDING.matcher(node.log())
                        .results()
                        .map(found -> found.group(1).strip())
                        .collect(Collectors.toSet()))
                .isEqualTo(EXPECTED.get(System.getProperty("test.server.kind")));
    }

    @Test
    void theServerDoesNotComplainOfAnythingInTheJar() throws IOException {
        assertThat(node.log().lines())
                .isNotEmpty()
                .filteredOn(line -> line.contains("ee.idempotency.observability"))
                .noneMatch(line -> line.matches(".*(WARN|SEVERE|ERROR).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"independent", "joined", "one-commit"})
    @DisabledIfSystemProperty(
            named = "test.server.kind",
            matches = "wildfly|liberty",
            disabledReason = "WildFly has no such page, and Open Liberty guards it")
    void everyRequestIsInOneSeriesByHowItEnded(String mode) {
        Trial trial = new Trial(node, mode);
        Map<String, Double> before = scrape(trial);

        HttpResponse<String> first = trial.post("effect");
        trial.assertStored(first, "effect");
        assertThat(trial.later("effect", "other").join().statusCode()).isEqualTo(422);

        Map<String, Double> after = scrape(trial);
        assertThat(added(before, after, mode, "executed", "none")).isEqualTo(trial.effects());
        assertThat(added(before, after, mode, "replayed", "none")).isEqualTo(1);
        assertThat(added(before, after, mode, "refused", "key-reused")).isEqualTo(1);
        assertThat(added(before, after, mode, "", "")).isEqualTo(3);
    }

    private static long added(
            Map<String, Double> before, Map<String, Double> after, String mode, String outcome, String reason) {
        return Math.round(sum(after, mode, outcome, reason) - sum(before, mode, outcome, reason));
    }

    private static double sum(Map<String, Double> page, String mode, String outcome, String reason) {
        return page.entrySet().stream()
                .filter(series -> series.getKey().startsWith("idempotency_calls_total{"))
                .filter(series -> series.getKey().contains("mode=\"" + mode + '"'))
                .filter(series -> series.getKey().contains("/effect\""))
                .filter(series -> series.getKey().contains("outcome=\"" + outcome))
                .filter(series -> series.getKey().contains("reason=\"" + reason))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** All series, none of them twice, and nothing in them that a client sent. */
    private static Map<String, Double> scrape(Trial trial) {
        String page = trial.get("/metrics?scope=application");
        assertThat(page).doesNotContain(trial.key).doesNotContain(trial.work);
        return page.lines()
                .filter(line -> line.startsWith("idempotency_"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
    }

    @Test
    @DisabledIfSystemProperty(
            named = "test.server.kind",
            matches = "wildfly",
            disabledReason = "Its configuration has no MicroProfile Health")
    void theServerIsReadyBecauseTheStoreAnswers() {
        JsonObject health = Json.createReader(new StringReader(new Trial(node, "joined").get("/health/ready")))
                .readObject();

        assertThat(health.getJsonArray("checks").getValuesAs(JsonObject.class))
                .filteredOn(check -> check.getString("name").equals("idempotency"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.getString("status")).isEqualTo("UP");
                    assertThat(check.getJsonObject("data").getString("store")).isEqualTo("answers");
                });
    }
}
