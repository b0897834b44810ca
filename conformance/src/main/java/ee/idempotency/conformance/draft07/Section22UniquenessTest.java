// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.Draft;
import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.report.Level;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** 2.2 Uniqueness and 2.4 Fingerprint: a key is not reused with another payload. */
@ExtendWith(DraftExtension.class)
@DisplayNameGeneration(SentenceNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Section22UniquenessTest {

    /** 2.7: clients correct the request, "or the resource MUST fail the request". */
    @Order(1)
    @Draft(section = "2.2", level = Level.MUST)
    void failsAnotherPayloadUnderTheSameKey(Scenarios scenarios) {
        Scenarios.Reuse reuse = scenarios.reuse();

        Broken.unless(!reuse.other().succeeded(), "Another payload under a used key was answered %s.", reuse.other());
        Broken.unless(
                reuse.otherRuns() == 0, "Another payload under a used key ran, and was answered %s.", reuse.other());
    }

    @Order(2)
    @Draft(section = "2.2", level = Level.MUST)
    void runsNothingForARetryAfterAnotherPayload(Scenarios scenarios) {
        Scenarios.Reuse reuse = scenarios.refusedReuse();

        Broken.unless(
                reuse.runs() == 1,
                "After another payload was refused, the first request was sent again: it ran %d times in all.",
                reuse.runs());
    }

    @Order(3)
    @Draft(section = "2.2", level = Level.SHOULD)
    void keepsTheFirstAnswerAfterAnotherPayload(Scenarios scenarios) {
        Scenarios.Reuse reuse = scenarios.refusedReuse();
        NotMeasured.unless(reuse.runs() == 1, "runs nothing for a retry after another payload");
        Scenarios.Retry retry = scenarios.retry();
        NotMeasured.unless(retry.second().sameAs(retry.first()), "answers a retry with the result");

        Broken.unless(
                reuse.again().sameAs(reuse.first()),
                "The first answer was %s; after another payload it was %s.",
                reuse.first(),
                reuse.again());
    }
}
