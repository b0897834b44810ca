// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.IdempotencyEvent.Loss;
import ee.idempotency.spi.IdempotencyEvent.Reason;
import ee.idempotency.spi.IdempotencyEvent.Verb;
import ee.idempotency.tck.Requirement;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alerts that are shipped name series, labels and values that exist. */
@Requirement("O5")
class MonitoringFilesTest {

    private static final Path FILES = Path.of("../../docs/observability");
    private static final Pattern SERIES = Pattern.compile("idempotency_[a-z_]+");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)=~?\"([^\"$]*)\"");

    private static final Map<String, Set<String>> VALUES = Map.of(
            "kind",
            spelled(Incident.values()),
            "outcome",
            Set.of("executed", "replayed", "refused", "released", "lost"),
            "reason",
            Stream.of(spelled(Reason.values()), spelled(Loss.values()), Set.of("none", "failed", "not-retained"))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet()),
            "result",
            Set.of("answered", "failed"),
            "verb",
            spelled(Verb.values()));

    private static Set<String> spelled(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Labels::spelling).collect(Collectors.toSet());
    }

    private static List<String> queriesOfTheDashboard() throws IOException {
        String text = Files.readString(FILES.resolve("grafana-dashboard.json"));
        JsonObject dashboard = Json.createReader(new StringReader(text)).readObject();
        return dashboard.getJsonArray("panels").stream()
                .flatMap(panel -> panel.asJsonObject().getJsonArray("targets").stream())
                .map(target -> target.asJsonObject().getString("expr"))
                .toList();
    }

    @SuppressWarnings("unchecked") // a tree of maps and lists
    private static List<Map<String, Object>> alerts() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FILES.resolve("prometheus-alerts.yaml")));
        return ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .toList();
    }

    private static void assertKnown(String query) {
        assertThat(SERIES.matcher(query).results().map(found -> found.group()).distinct())
                .as(query)
                .isNotEmpty()
                .isSubsetOf(Series.allScraped());
        Matcher condition = CONDITION.matcher(query);
        while (condition.find()) {
            assertThat(condition.group(2).split("\\|"))
                    .as(query)
                    .isSubsetOf(VALUES.getOrDefault(condition.group(1), Set.of()));
        }
    }

    @Test
    void theDashboardAsksForSeriesThatExist() throws IOException {
        assertThat(queriesOfTheDashboard()).hasSizeGreaterThan(10).allSatisfy(MonitoringFilesTest::assertKnown);
    }

    @Test
    void theDashboardShowsEverySeries() throws IOException {
        Set<String> shown = new TreeSet<>();
        queriesOfTheDashboard()
                .forEach(query -> SERIES.matcher(query).results().forEach(found -> shown.add(found.group())));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(Series.allScraped());
    }

    @Test
    void theAlertsAskForSeriesThatExist() throws IOException {
        assertThat(alerts()).hasSizeGreaterThan(4).allSatisfy(alert -> {
            assertThat(alert).containsKeys("alert", "expr", "labels", "annotations");
            assertKnown((String) alert.get("expr"));
        });
    }

    @Test
    void everyAlertHasItsRowInTheManual() throws IOException {
        String manual = Files.readString(FILES.resolve("../observability.md"));

        assertThat(alerts()).allSatisfy(alert -> assertThat(manual).contains("| `" + alert.get("alert") + "` |"));
    }

    @Test
    void everySeriesHasItsRowInTheManual() throws IOException {
        String manual = Files.readString(FILES.resolve("../observability.md"));

        assertThat(Series.values())
                .allSatisfy(series -> assertThat(manual)
                        .contains("| `"
                                + series.scraped().findFirst().orElseThrow().replace("_count", "") + "` | "
                                + (series.labels().isEmpty() ? "" : "`" + String.join("`, `", series.labels()) + "`")
                                + " |"));
    }
}
