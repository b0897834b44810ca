// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.ConformanceKit;
import ee.idempotency.conformance.report.Report;
import ee.idempotency.conformance.report.Result;
import ee.idempotency.conformance.report.Verdict;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example, measured by the conformance kit as any other implementation of the draft. */
@RunAsClient
@Order(ServerContainer.SHARED)
@Tag("one-database")
@ExtendWith(ArquillianExtension.class)
class ConformanceIT {

    /** What the example does otherwise: keys without quotes are keys (key-syntax = lenient). */
    private static final List<String> KNOWN_NOTES = List.of("takes no item of another type as a key");

    private static @Nullable Report report;

    @ArquillianResource
    URL url;

    @Deployment
    static WebArchive exampleWithTests() {
        return Wars.withTests();
    }

    @Test
    @Requirement("K7")
    void readsTheHeaderAsTheDraftSays() throws IOException {
        assertConforms("2.1", 9);
    }

    @Test
    @Requirement("H3")
    void keepsAKeyToItsPayload() throws IOException {
        assertConforms("2.2", 3);
    }

    @Test
    @Requirement("H17")
    void publishesItsRules() throws IOException {
        assertConforms("2.3", 2);
        assertConforms("2.5.2", 1);
    }

    @Test
    @Requirement("C1")
    @Requirement("H1")
    @Requirement("H2")
    @Requirement("H4")
    void runsOnceAndAnswersRetries() throws IOException {
        assertConforms("2.6", 9);
    }

    @Test
    @Requirement("H5")
    @Requirement("H9")
    void answersErrorsAsTheDraftSays() throws IOException {
        assertConforms("2.7", 12);
    }

    @Test
    @Requirement("K3")
    void validatesKeysAndKeepsCallersApart() throws IOException {
        assertConforms("5", 5);
    }

    /** Nothing fails, nothing is left out, and no note is new. */
    private void assertConforms(String section, int rules) throws IOException {
        List<Result> results = measured().results().stream()
                .filter(result -> result.section().equals(section))
                .toList();
        assertThat(results).hasSize(rules).allMatch(ConformanceIT::isAsExpected);
    }

    private static boolean isAsExpected(Result result) {
        boolean known = result.verdict() == Verdict.NOTE && KNOWN_NOTES.contains(result.rule());
        return known || result.verdict() == Verdict.PASSED;
    }

    private Report measured() throws IOException {
        if (report == null) {
            Properties settings = new Properties();
            settings.setProperty("base-url", url.toString());
            settings.setProperty("racers", "32");
            settings.setProperty("documentation", url + "idempotency-policy");
            report = ConformanceKit.run(settings);
        }
        return report;
    }
}
