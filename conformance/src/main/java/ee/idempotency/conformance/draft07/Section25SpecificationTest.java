// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.Draft;
import ee.idempotency.conformance.Level;
import ee.idempotency.conformance.NotMeasured;
import ee.idempotency.conformance.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** 2.3 Expiry and 2.5.2 Responsibilities of the resource: the rules are published. A program can only find the words. */
@ExtendWith(DraftExtension.class)
@DisplayNameGeneration(SentenceNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Section25SpecificationTest {

    @Order(1)
    @Draft(section = "2.5.2", level = Level.MUST)
    void publishesASpecificationThatNamesTheHeader(Probe probe) throws IOException {
        assertThat(documentation(probe).toLowerCase(Locale.ROOT))
                .contains(probe.target().header().toLowerCase(Locale.ROOT));
    }

    @Order(2)
    @Draft(section = "2.3", level = Level.SHOULD)
    void publishesWhenKeysExpire(Probe probe) throws IOException {
        assertThat(documentation(probe)).containsPattern("(?i)expir|retention|retain|purge|time.to.live");
    }

    private static String documentation(Probe probe) throws IOException {
        URI uri = probe.target()
                .documentation()
                .orElseThrow(() -> new NotMeasured("needs documentation, a URL: what is published cannot be guessed"));
        if ("file".equals(uri.getScheme())) {
            return Files.readString(Path.of(uri));
        }
        Answer answer = probe.get(uri, Map.of());
        assertThat(answer).as("the answer of %s", uri).matches(Answer::succeeded);
        return answer.text();
    }
}
