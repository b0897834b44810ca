// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.Draft;
import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.conformance.report.Level;
import java.util.List;
import java.util.Optional;
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

    /** The request is not corrected: "the resource MUST fail the request". */
    @Order(1)
    @Draft(section = "2.7", level = Level.MUST)
    void failsRequestsWithoutARequiredKey(Scenarios scenarios) {
        Scenarios.Missing missing = scenarios.missing();

        Broken.unless(!missing.second().succeeded(), "A request without a key was answered %s.", missing.second());
        Broken.unless(missing.runs() == 0, "Two requests without a key ran %d times.", missing.runs());
    }

    /** "... and return one of the above errors." */
    @Order(2)
    @Draft(section = "2.7", level = Level.MUST)
    void refusesWith400Or409Or422(Scenarios scenarios) {
        requireRefusals(scenarios);
        List<Answer> others = Refusal.withOtherStatus(scenarios);

        Broken.unless(others.isEmpty(), "Refusals had another status: %s.", others);
    }

    @Order(3)
    @Draft(section = "2.7", level = Level.SHOULD)
    void answersAMissingKeyWith400(Scenarios scenarios) {
        requireStatus(scenarios, missing(scenarios), 400);
    }

    @Order(4)
    @Draft(section = "2.7", level = Level.SHOULD)
    void linksToDocumentationWhenTheKeyIsMissing(Scenarios scenarios) {
        readable(scenarios, missing(scenarios)).requireLinksToDocumentation();
    }

    @Order(5)
    @Draft(section = "2.7", level = Level.MAY)
    void describesAMissingKeyLikeTheExample(Scenarios scenarios) {
        readable(scenarios, missing(scenarios)).requireLooksLikeTheExample(MISSING);
    }

    @Order(6)
    @Draft(section = "2.7", level = Level.SHOULD)
    void answersAnotherPayloadWith422(Scenarios scenarios) {
        requireStatus(scenarios, reused(scenarios), 422);
    }

    @Order(7)
    @Draft(section = "2.7", level = Level.SHOULD)
    void linksToDocumentationWhenTheKeyIsReused(Scenarios scenarios) {
        readable(scenarios, reused(scenarios)).requireLinksToDocumentation();
    }

    @Order(8)
    @Draft(section = "2.7", level = Level.MAY)
    void describesAReusedKeyLikeTheExample(Scenarios scenarios) {
        readable(scenarios, reused(scenarios)).requireLooksLikeTheExample(REUSED);
    }

    @Order(9)
    @Draft(section = "2.7", level = Level.SHOULD)
    void answersAConcurrentRequestWith409(Scenarios scenarios) {
        requireStatus(scenarios, outstanding(scenarios), 409);
    }

    @Order(10)
    @Draft(section = "2.7", level = Level.SHOULD)
    void describesTheProblemOfAConcurrentRequest(Scenarios scenarios) {
        readable(scenarios, outstanding(scenarios)).requireDescribesTheProblem();
    }

    @Order(11)
    @Draft(section = "2.7", level = Level.MAY)
    void describesAConcurrentRequestLikeTheExample(Scenarios scenarios) {
        readable(scenarios, outstanding(scenarios)).requireLooksLikeTheExample(OUTSTANDING);
    }

    /** RFC 9457. The draft's own examples have a comma too many: a server that copies them breaks this. */
    @Order(12)
    @Draft(section = "2.7", level = Level.MUST)
    void sendsOnlyProblemsThatCanBeRead(Scenarios scenarios) {
        requireRefusals(scenarios);
        Optional<String> fault = Refusal.faultOfProblems(scenarios);

        Broken.unless(fault.isEmpty(), "%s.", fault.orElse(""));
    }

    private static void requireRefusals(Scenarios scenarios) {
        if (scenarios.refusals().isEmpty()) {
            throw new NotMeasured("Needs a refusal; there was none.");
        }
    }

    private static void requireStatus(Scenarios scenarios, Answer answer, int status) {
        NotMeasured.unless(Refusal.withOtherStatus(scenarios).isEmpty(), "refuses with 400 or 409 or 422");
        Broken.unless(answer.status() == status, "The answer was %s.", answer);
    }

    private static Refusal readable(Scenarios scenarios, Answer answer) {
        NotMeasured.unless(Refusal.faultOfProblems(scenarios).isEmpty(), "sends only problems that can be read");
        NotMeasured.unless(answer.status() >= 400 && answer.status() <= 499, "refuses with 400 or 409 or 422");
        return new Refusal(answer);
    }

    private static Answer missing(Scenarios scenarios) {
        Answer answer = scenarios.missing().first();
        scenarios.requireMissingKeysRefused();
        return answer;
    }

    private static Answer reused(Scenarios scenarios) {
        return scenarios.refusedReuse().other();
    }

    private static Answer outstanding(Scenarios scenarios) {
        return scenarios.fairRace().refused().stream()
                .findFirst()
                .orElseThrow(() -> new NotMeasured("Needs a concurrent request that is refused; none was."));
    }
}
