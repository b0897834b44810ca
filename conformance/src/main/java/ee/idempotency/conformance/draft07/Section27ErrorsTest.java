// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.Draft;
import ee.idempotency.conformance.Level;
import ee.idempotency.conformance.NotMeasured;
import ee.idempotency.conformance.http.Answer;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** 2.7 Error scenarios: 400, 422 and 409, described by a problem (RFC 9457) or by a link. */
@ExtendWith(DraftExtension.class)
@DisplayNameGeneration(SentenceNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Section27ErrorsTest {

    private static final String MISSING = "Idempotency-Key is missing";
    private static final String REUSED = "Idempotency-Key is already used";
    private static final String OUTSTANDING = "A request is outstanding for this Idempotency-Key";

    /** The request is not corrected: "the resource MUST fail the request and return one of the above errors". */
    @Order(1)
    @Draft(section = "2.7", level = Level.MUST)
    void failsRequestsWithoutARequiredKey(Scenarios scenarios) throws IOException {
        Scenarios.Missing missing = scenarios.missing();

        assertThat(missing.second().status())
                .as("the status of %s", missing.second())
                .isIn(400, 409, 422);
        assertThat(missing.runs()).as("runs without a key").isZero();
    }

    @Order(2)
    @Draft(section = "2.7", level = Level.SHOULD)
    void answersAMissingKeyWith400(Scenarios scenarios) throws IOException {
        new Refusal(scenarios.missing().first()).assertStatus(400);
    }

    @Order(3)
    @Draft(section = "2.7", level = Level.SHOULD)
    void linksToDocumentationWhenTheKeyIsMissing(Scenarios scenarios) throws IOException {
        missing(scenarios).assertLinksToDocumentation();
    }

    @Order(4)
    @Draft(section = "2.7", level = Level.MAY)
    void describesAMissingKeyLikeTheExample(Scenarios scenarios) throws IOException {
        missing(scenarios).assertLooksLikeTheExample(MISSING);
    }

    @Order(5)
    @Draft(section = "2.7", level = Level.SHOULD)
    void answersAnotherPayloadWith422(Scenarios scenarios) throws IOException {
        new Refusal(scenarios.reuse().other()).assertStatus(422);
    }

    @Order(6)
    @Draft(section = "2.7", level = Level.SHOULD)
    void linksToDocumentationWhenTheKeyIsReused(Scenarios scenarios) throws IOException {
        reused(scenarios).assertLinksToDocumentation();
    }

    @Order(7)
    @Draft(section = "2.7", level = Level.MAY)
    void describesAReusedKeyLikeTheExample(Scenarios scenarios) throws IOException {
        reused(scenarios).assertLooksLikeTheExample(REUSED);
    }

    @Order(8)
    @Draft(section = "2.7", level = Level.SHOULD)
    void answersAConcurrentRequestWith409(Scenarios scenarios) throws IOException {
        new Refusal(whileOutstanding(scenarios)).assertStatus(409);
    }

    @Order(9)
    @Draft(section = "2.7", level = Level.SHOULD)
    void describesTheProblemOfAConcurrentRequest(Scenarios scenarios) throws IOException {
        outstanding(scenarios).assertDescribesTheProblem();
    }

    @Order(10)
    @Draft(section = "2.7", level = Level.MAY)
    void describesAConcurrentRequestLikeTheExample(Scenarios scenarios) throws IOException {
        outstanding(scenarios).assertLooksLikeTheExample(OUTSTANDING);
    }

    /** RFC 9457. The draft's own examples have a comma too many: whoever copies them breaks this. */
    @Order(11)
    @Draft(section = "2.7", level = Level.MUST)
    void sendsOnlyProblemsThatCanBeRead(Scenarios scenarios) throws IOException {
        for (Source source : new Source[] {
            Section27ErrorsTest::missing, Section27ErrorsTest::reused, Section27ErrorsTest::outstanding
        }) {
            try {
                source.refusal(scenarios).assertIsAProblemIfItSaysSo();
            } catch (NotMeasured notRefused) {
                // another test tells that this error is not answered
            }
        }
    }

    private interface Source {
        Refusal refusal(Scenarios scenarios) throws IOException;
    }

    private static Refusal missing(Scenarios scenarios) throws IOException {
        return Refusal.of(scenarios.missing().first());
    }

    private static Refusal reused(Scenarios scenarios) throws IOException {
        return Refusal.of(scenarios.reuse().other());
    }

    private static Refusal outstanding(Scenarios scenarios) throws IOException {
        return Refusal.of(whileOutstanding(scenarios));
    }

    private static Answer whileOutstanding(Scenarios scenarios) throws IOException {
        return scenarios
                .race()
                .whileOutstanding()
                .orElseThrow(() -> new NotMeasured("needs a concurrent request that is refused; none was"));
    }
}
