// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.Draft;
import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.conformance.report.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static final Pattern EXPIRY = Pattern.compile("(?i)expir|retention|retain|purge|time.to.live");

    @Order(1)
    @Draft(section = "2.5.2", level = Level.MUST)
    void publishesASpecificationThatNamesTheHeader(Probe probe) {
        String header = probe.target().header();

        Broken.unless(namesTheHeader(probe), "The documentation does not exist, or does not name %s.", header);
    }

    @Order(2)
    @Draft(section = "2.3", level = Level.SHOULD)
    void publishesWhenKeysExpire(Probe probe) {
        NotMeasured.unless(namesTheHeader(probe), "publishes a specification that names the header");

        Broken.unless(EXPIRY.matcher(documentation(probe)).find(), "The documentation does not say when keys expire.");
    }

    private static boolean namesTheHeader(Probe probe) {
        String header = probe.target().header().toLowerCase(Locale.ROOT);
        return documentation(probe).toLowerCase(Locale.ROOT).contains(header);
    }

    /** Empty if it is not there. */
    private static String documentation(Probe probe) {
        URI uri = probe.target()
                .documentation()
                .orElseThrow(() -> new NotMeasured("Needs documentation, a URL: what is published cannot be guessed."));
        if ("file".equals(uri.getScheme())) {
            return text(Path.of(uri));
        }
        Answer answer = probe.get(uri, Map.of());
        return answer.succeeded() ? answer.text() : "";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new NotMeasured("Needs documentation that can be read; " + file + " cannot.");
        }
    }
}
