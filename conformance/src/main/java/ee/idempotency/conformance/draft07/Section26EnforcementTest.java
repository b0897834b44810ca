// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.Draft;
import ee.idempotency.conformance.internal.Endpoint;
import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.conformance.report.Level;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** 2.6 Idempotency enforcement scenarios: first request, retry, concurrent request. */
@ExtendWith(DraftExtension.class)
@DisplayNameGeneration(SentenceNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Section26EnforcementTest {

    @Order(1)
    @Draft(section = "2.6", level = Level.SHOULD)
    void processesAFirstRequestNormally(Probe probe, Scenarios scenarios) {
        NotMeasured.unless(scenarios.first().succeeded(), "takes a string as a key");
        Attempt attempt = probe.fresh();

        Answer answer = probe.sendSuccessfully(attempt);

        long runs = probe.runs(attempt, answer);
        Broken.unless(runs == 1, "A first request ran %d times.", runs);
    }

    /** Section 2: the key is there "to recognize subsequent retries of the same request". */
    @Order(2)
    @Draft(section = "2.6", level = Level.MUST)
    void runsNothingForARetry(Scenarios scenarios) {
        long runs = scenarios.retry().runs();

        Broken.unless(runs == 1, "A request and two retries under one key ran %d times.", runs);
    }

    @Order(3)
    @Draft(section = "2.6", level = Level.SHOULD)
    void answersARetryWithTheResult(Scenarios scenarios) {
        scenarios.requireKeys();
        Scenarios.Retry retry = scenarios.retry();

        Broken.unless(
                retry.second().sameAs(retry.first()),
                "The first answer was %s; the retry's was %s.",
                retry.first(),
                retry.second());
    }

    @Order(4)
    @Draft(section = "2.6", level = Level.SHOULD)
    void answersARetryOfAnErrorWithTheError(Probe probe, Scenarios scenarios) {
        scenarios.requireKeys();
        Endpoint failing = probe.target()
                .failing()
                .orElseThrow(() -> new NotMeasured("Needs failing-path or failing-body: a request answered an error."));
        Attempt attempt = probe.fresh(failing);
        Answer first = probe.send(attempt);
        if (first.succeeded()) {
            throw new NotMeasured(
                    "Needs a request that is answered an error; failing-path was answered " + first + ".");
        }

        Answer retry = probe.send(attempt);

        Broken.unless(retry.sameAs(first), "The first answer was %s; the retry's was %s.", first, retry);
    }

    @Order(5)
    @Draft(section = "2.6", level = Level.MUST)
    void runsOneOfManySimultaneousRequests(Scenarios scenarios) {
        Race race = scenarios.race();

        Broken.unless(
                race.runs() == 1,
                "%d simultaneous requests with one key ran %d times.",
                race.answers().size(),
                race.runs());
    }

    /** In progress must not look like success: a concurrent retry gets a conflict, or waits and gets the result. */
    @Order(6)
    @Draft(section = "2.6", level = Level.MUST)
    void answersAConcurrentRequestWithNoOtherSuccess(Scenarios scenarios) {
        Race race = scenarios.raceOfOneRun();

        Broken.unless(
                race.otherSuccess().isEmpty(),
                "A simultaneous request succeeded with %s; the result is %s.",
                race.otherSuccess().map(Answer::toString).orElse("nothing"),
                race.settled());
    }

    @Order(7)
    @Draft(section = "2.6", level = Level.MUST)
    void runsNothingForARetryAfterSimultaneousRequests(Scenarios scenarios) {
        Race race = scenarios.race();
        NotMeasured.unless(race.runs() == 1, "runs one of many simultaneous requests");

        Broken.unless(
                race.runsInAll() == 1,
                "After simultaneous requests, one was sent again: it ran %d times in all.",
                race.runsInAll());
    }

    @Order(8)
    @Draft(section = "2.6", level = Level.SHOULD)
    void answersAConcurrentRequestWithAConflict(Probe probe, Scenarios scenarios) {
        Race race = scenarios.fairRace();
        if (race.refused().isEmpty() && probe.target().slow().isEmpty()) {
            throw new NotMeasured("Needs slow-path or slow-body: no request came before the first had completed.");
        }

        Broken.unless(
                !race.refused().isEmpty(),
                "Of %d simultaneous requests none was refused.",
                race.answers().size());
    }
}
