// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.report.Report;
import ee.idempotency.conformance.report.Result;
import ee.idempotency.conformance.report.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit is worth something only if it fails: every fault is reported by the one rule it breaks, and a right server passes. */
@Tag("all")
class KitSensitivityTest {

    @ParameterizedTest
    @EnumSource
    void reportsEveryFaultOnce(Fault fault) throws IOException {
        try (LittleServer server = new LittleServer(fault)) {
            Report report = ConformanceKit.run(server.settings());

            Expected expected = Expected.of(fault);
            assertThat(rules(report, Verdict.FAILED))
                    .as("%s: %s", server, report)
                    .containsExactlyInAnyOrderElementsOf(expected.failed());
            assertThat(rules(report, Verdict.NOTE))
                    .as("%s: %s", server, report)
                    .containsExactlyInAnyOrderElementsOf(expected.noted());
            assertThat(report.results())
                    .filteredOn(result -> result.verdict() != Verdict.PASSED)
                    .extracting(Result::why)
                    .as("one sentence each")
                    .allMatch(why -> why.matches("[A-Z0-9][^\n]*\\."));
        }
    }

    /** All of it: a rule about bare keys needs a server that takes them. */
    @ParameterizedTest
    @EnumSource(names = {"NONE", "TAKES_BARE_KEYS"})
    void measuresAllOfARightServer(Fault fault) throws IOException {
        try (LittleServer server = new LittleServer(fault)) {
            Report report = ConformanceKit.run(server.settings());

            assertThat(report.with(Verdict.PASSED).size()).as("%s", report).isEqualTo(40);
            assertThat(rules(report, Verdict.NOT_MEASURED)).isSubsetOf("takes a bare key for the same as the string");
        }
    }

    @Test
    void claimsNothingOfKeysThatAreNone() throws IOException {
        try (LittleServer server = new LittleServer(Fault.NO_IDEMPOTENCY)) {
            Report report = ConformanceKit.run(server.settings());

            assertThat(rules(report, Verdict.PASSED))
                    .as("%s", report)
                    .containsExactly(
                            "takes a string as a key",
                            "publishes when keys expire",
                            "publishes a specification that names the header",
                            "processes a first request normally",
                            "answers every request");
        }
    }

    @Test
    void waitsUntilAKeyIsOldEnoughToBeAskedForAgain() throws IOException {
        try (LittleServer server = new LittleServer(Fault.NONE)) {
            Properties settings = server.settings();
            settings.setProperty("kept-for", "PT2S");
            long start = System.nanoTime();

            assertThat(ConformanceKit.run(settings).conforms()).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NONE", "RUNS_RETRIES", "RUNS_CONCURRENT_REQUESTS", "CUTS_KEYS_TO_36", "REPLAYS_TO_OTHER_CALLERS"})
    void countsAnswersIfThereIsNoListOfEffects(Fault fault) throws IOException {
        try (LittleServer server = new LittleServer(fault)) {
            Report report = ConformanceKit.run(withoutEffects(server));

            assertThat(rules(report, Verdict.FAILED))
                    .as("%s: %s", server, report)
                    .containsExactlyInAnyOrderElementsOf(Expected.of(fault).failed());
        }
    }

    @Test
    void saysSoIfRunsCannotBeCounted() throws IOException {
        try (LittleServer server = new LittleServer(Fault.ANSWERS_NOTHING)) {
            Report report = ConformanceKit.run(withoutEffects(server));

            assertThat(report.with(Verdict.FAILED)).as("%s", report).isEmpty();
            assertThat(report.with(Verdict.NOT_MEASURED))
                    .as("%s", report)
                    .extracting(Result::rule)
                    .contains("runs nothing for a retry", "runs one of many simultaneous requests");
        }
    }

    private static Properties withoutEffects(LittleServer server) {
        Properties settings = server.settings();
        settings.setProperty("effects-path", "none");
        return settings;
    }

    private static List<String> rules(Report report, Verdict verdict) {
        return report.with(verdict).stream().map(Result::rule).toList();
    }
}
