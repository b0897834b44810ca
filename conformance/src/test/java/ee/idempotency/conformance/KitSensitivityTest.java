// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit is worth something only if it fails: every fault is told by exactly the tests that should, and a right server passes. */
class KitSensitivityTest {

    @ParameterizedTest
    @EnumSource
    void tellsEveryFaultByTheTestsThatShould(Fault fault) throws IOException {
        try (LittleServer server = new LittleServer(fault)) {
            Report report = ConformanceKit.run(server.settings());

            Expected expected = Expected.of(fault);
            assertThat(rules(report, Verdict.FAILED))
                    .as("%s: %s", server, report)
                    .containsExactlyInAnyOrderElementsOf(expected.failed());
            assertThat(rules(report, Verdict.NOTE))
                    .as("%s: %s", server, report)
                    .containsExactlyInAnyOrderElementsOf(expected.noted());
        }
    }

    @Test
    void measuresAllOfARightServer() throws IOException {
        try (LittleServer server = new LittleServer(Fault.NONE)) {
            Report report = ConformanceKit.run(server.settings());

            assertThat(report.with(Verdict.PASSED))
                    .as("%s", report)
                    .hasSameSizeAs(report.results())
                    .hasSizeGreaterThan(35);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "RUNS_RETRIES", "RUNS_CONCURRENT_REQUESTS", "CUTS_KEYS", "REPLAYS_TO_OTHER_CALLERS"})
    void tellsRunsByTheirAnswersIfThereIsNoListOfEffects(Fault fault) throws IOException {
        try (LittleServer server = new LittleServer(fault)) {
            Report report = ConformanceKit.run(withoutEffects(server));

            assertThat(rules(report, Verdict.FAILED))
                    .as("%s: %s", server, report)
                    .containsExactlyInAnyOrderElementsOf(Expected.of(fault).failed());
        }
    }

    @Test
    void saysSoIfRunsCannotBeTold() throws IOException {
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
