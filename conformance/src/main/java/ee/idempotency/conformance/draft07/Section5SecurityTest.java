// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.Draft;
import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.conformance.report.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** 5 Security considerations: validate the key, look it up together with what is known of the client. */
@ExtendWith(DraftExtension.class)
@DisplayNameGeneration(SentenceNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Section5SecurityTest {

    /** Strings that mean something to software that does not treat them as data; in each, {} makes the key a new one. */
    private static final List<String> HOSTILE = List.of(
            "\"' OR '1'='1' -- {}\"",
            "\"'; DROP TABLE keys; -- {}\"",
            "\"${jndi:ldap://127.0.0.1:9/{}}\"",
            "\"../../../../etc/passwd {}\"",
            "\"<script>{}</script>\"",
            "\"%0d%0aSet-Cookie: a={}\"",
            "\"{}" + "k".repeat(220) + "\"",
            "\"{}" + "k".repeat(4000) + "\"");

    /** "Always validate the key ... before processing any request." */
    @Order(1)
    @Draft(section = "5", level = Level.SHOULD)
    void refusesEveryMalformedKeyWith400(Probe probe, Scenarios scenarios) {
        scenarios.requireOnlyStringsAsKeys();
        scenarios.requireMissingKeysRefused();
        NotMeasured.unless(Refusal.withOtherStatus(scenarios).isEmpty(), "refuses with 400 or 409 or 422");

        List<Malformed.Trial> others = scenarios.malformed().stream()
                .filter(trial -> !trial.isAnsweredWith400())
                .filter(trial -> probe.target().keyRequired() || trial.malformed() != Malformed.EMPTY)
                .toList();

        Broken.unless(others.isEmpty(), "These were not answered 400: %s.", others);
    }

    @Order(2)
    @Draft(section = "5", level = Level.SHOULD)
    void takesHostileKeysAsDataOrRefusesThem(Probe probe, Scenarios scenarios) {
        scenarios.requireKeys();
        List<String> errors = new ArrayList<>();
        for (String hostile : HOSTILE) {
            String key = hostile.replace("{}", Probe.newKey().substring(1, 9));
            Optional<Answer> answer = probe.trySend(probe.fresh().withKeyLines(key));
            if (answer.isEmpty() || answer.get().status() >= 500) {
                errors.add((key.length() > 60 ? key.substring(0, 20) + "... of " + key.length() + " characters" : key)
                        + ": " + answer.map(Answer::toString).orElse("no answer"));
            }
        }
        Broken.unless(errors.isEmpty(), "Keys led to an error of the server: %s.", errors);
    }

    /**
     * "Implement a unique composite key as the idempotent cache lookup key." A MUST here, although the draft only recommends
     * it: no cache may give the answer for one authorization to another (RFC 9111, section 3.5).
     */
    @Order(3)
    @Draft(section = "5", level = Level.MUST)
    void givesNoAnswerToAnotherCaller(Scenarios scenarios) {
        TwoCallers callers = scenarios.callers();

        Broken.unless(
                !callers.share(), "Another caller with the same key and payload was answered %s.", callers.other());
    }

    /** Another caller's request neither takes the record away nor replaces it. */
    @Order(4)
    @Draft(section = "5", level = Level.MUST)
    void runsNothingForARetryAfterAnotherCaller(Scenarios scenarios) {
        TwoCallers callers = scenarios.callers();
        NotMeasured.unless(!callers.share(), "gives no answer to another caller");

        Broken.unless(
                callers.runs() == callers.runsAfterRetry(),
                "After another caller had used the same key, the first caller's retry ran.");
    }

    @Order(5)
    @Draft(section = "5", level = Level.SHOULD)
    void doesNotRevealToAnotherCallerThatAKeyIsUsed(Scenarios scenarios) {
        TwoCallers callers = scenarios.callers();
        NotMeasured.unless(!callers.share(), "gives no answer to another caller");

        Broken.unless(
                callers.otherPayload().succeeded(),
                "Another caller with the same key and another payload was answered %s.",
                callers.otherPayload());
    }
}
