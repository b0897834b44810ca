// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.Draft;
import ee.idempotency.conformance.Endpoint;
import ee.idempotency.conformance.Level;
import ee.idempotency.conformance.NotMeasured;
import ee.idempotency.conformance.http.Answer;
import java.io.IOException;
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
    void processesAFirstRequestNormally(Probe probe) throws IOException {
        Attempt attempt = probe.fresh();

        Answer answer = probe.send(attempt);

        assertThat(answer).as("the answer to a first request").matches(Answer::succeeded);
        assertThat(probe.runs(attempt, answer)).as("its effects").isEqualTo(1);
    }

    /** Section 2: the key is there "to recognize subsequent retries of the same request". */
    @Order(2)
    @Draft(section = "2.6", level = Level.MUST)
    void runsNothingForARetry(Scenarios scenarios) throws IOException {
        assertThat(scenarios.retry().runs())
                .as("runs of a request and its retry")
                .isEqualTo(1);
    }

    @Order(3)
    @Draft(section = "2.6", level = Level.SHOULD)
    void answersARetryWithTheResult(Scenarios scenarios) throws IOException {
        Scenarios.Retry retry = scenarios.retry();

        assertThat(retry.second().sameAs(retry.first()))
                .as("first %s, retry %s", retry.first(), retry.second())
                .isTrue();
    }

    @Order(4)
    @Draft(section = "2.6", level = Level.SHOULD)
    void answersARetryOfAnErrorWithTheError(Probe probe) throws IOException {
        Endpoint failing = probe.target()
                .failing()
                .orElseThrow(() -> new NotMeasured("needs failing-path or failing-body: a request answered an error"));
        Attempt attempt = probe.fresh(failing);
        Answer first = probe.send(attempt);
        if (first.succeeded()) {
            throw new NotMeasured("failing-path or failing-body was answered " + first);
        }

        Answer retry = probe.send(attempt);

        assertThat(retry.sameAs(first)).as("first %s, retry %s", first, retry).isTrue();
    }

    @Order(5)
    @Draft(section = "2.6", level = Level.MUST)
    void runsOneOfManySimultaneousRequests(Scenarios scenarios) throws IOException {
        Race race = scenarios.race();

        assertThat(race.runs())
                .as(
                        "runs of %d simultaneous requests with one key",
                        race.answers().size())
                .isEqualTo(1);
    }

    /** In progress must not look like success: a concurrent retry is told a conflict, or waits and is told the result. */
    @Order(6)
    @Draft(section = "2.6", level = Level.MUST)
    void answersAConcurrentRequestWithNoOtherSuccess(Scenarios scenarios) throws IOException {
        Race race = scenarios.race();

        assertThat(race.successes())
                .as("successful answers to simultaneous requests; later %s", race.settled())
                .allMatch(success -> race.settles(success));
    }

    @Order(7)
    @Draft(section = "2.6", level = Level.SHOULD)
    void answersAConcurrentRequestWithAConflict(Probe probe, Scenarios scenarios) throws IOException {
        Race race = scenarios.race();
        boolean replayed = race.refused().isEmpty();
        if (replayed && probe.target().slow().isEmpty()) {
            throw new NotMeasured("needs slow-path or slow-body: no request came before the first had completed");
        }

        assertThat(race.refused())
                .as("refused of %d simultaneous requests", race.answers().size())
                .isNotEmpty()
                .allMatch(answer -> answer.status() >= 400 && answer.status() <= 499);
    }
}
