// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.Draft;
import ee.idempotency.conformance.Level;
import ee.idempotency.conformance.NotMeasured;
import ee.idempotency.conformance.http.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Strings that mean something to those who do not treat them as data; in each, {} makes the key a new one. */
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
    void refusesEveryMalformedKeyWith400(Probe probe) {
        List<String> others = new ArrayList<>();
        for (Malformed malformed : Malformed.values()) {
            Optional<Answer> answer = Malformed.send(probe, malformed.attempt(probe));
            if (answer.isPresent()
                    && answer.get().status() != 400
                    && (probe.target().keyRequired() || malformed != Malformed.EMPTY)) {
                others.add(malformed.label() + ": " + answer.get());
            }
        }
        assertThat(others).as("malformed keys that were not answered 400").isEmpty();
    }

    @Order(2)
    @Draft(section = "5", level = Level.SHOULD)
    void takesHostileKeysAsDataOrRefusesThem(Probe probe) {
        List<String> errors = new ArrayList<>();
        for (String hostile : HOSTILE) {
            String key = hostile.replace("{}", Probe.newKey().substring(1, 9));
            Optional<Answer> answer = Malformed.send(probe, probe.fresh().withKeyLines(key));
            if (answer.isEmpty() || answer.get().status() >= 500) {
                errors.add((key.length() > 60 ? key.substring(0, 20) + "... of " + key.length() + " characters" : key)
                        + ": " + answer.map(Answer::toString).orElse("no answer"));
            }
        }
        assertThat(errors).as("keys that led to an error of the server").isEmpty();
    }

    /**
     * "Implement a unique composite key as the idempotent cache lookup key." A MUST here, although the draft only recommends
     * it: no cache may give the answer for one authorization to another (RFC 9111, section 3.5).
     */
    @Order(3)
    @Draft(section = "5", level = Level.MUST)
    void givesNoAnswerToAnotherCaller(Probe probe) throws IOException {
        Map<String, String> second = secondCaller(probe);
        Attempt attempt = probe.fresh();
        Answer first = probe.sendSuccessfully(attempt);
        Answer other = probe.send(attempt.by(second));
        long runs = probe.runs(attempt, first, other);

        assertThat(!other.succeeded() || runs == 2)
                .as("another caller with the same key and payload got %s", other)
                .isTrue();
    }

    @Order(4)
    @Draft(section = "5", level = Level.SHOULD)
    void doesNotTellAnotherCallerThatAKeyIsUsed(Probe probe) throws IOException {
        Map<String, String> second = secondCaller(probe);
        Attempt attempt = probe.fresh();
        probe.sendSuccessfully(attempt);

        Answer other = probe.send(attempt.withNumber(probe.newNumber()).by(second));

        assertThat(other)
                .as("the answer to another caller with the same key and another payload")
                .matches(Answer::succeeded);
    }

    private static Map<String, String> secondCaller(Probe probe) throws IOException {
        Map<String, String> second = probe.target()
                .secondCaller()
                .orElseThrow(() -> new NotMeasured("needs second-caller.<header>: the credentials of somebody else"));
        Answer admitted = probe.send(probe.fresh().by(second));
        if (!admitted.succeeded()) {
            throw new NotMeasured("needs a second caller who may call; the answer was " + admitted);
        }
        return second;
    }
}
