// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.Draft;
import ee.idempotency.conformance.Level;
import ee.idempotency.conformance.http.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** 2.1 Syntax: the header is an Item Structured Header (RFC 9651), its value a String. */
@ExtendWith(DraftExtension.class)
@DisplayNameGeneration(SentenceNames.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Section21SyntaxTest {

    @Order(1)
    @Draft(section = "2.1", level = Level.MUST)
    void takesAStringAsAKey(Probe probe) throws IOException {
        Answer answer = probe.send(probe.fresh());

        assertThat(answer)
                .as("the answer to a request with the key %s", Probe.newKey())
                .matches(Answer::succeeded);
    }

    @Order(2)
    @Draft(section = "2.1", level = Level.MUST)
    void tellsApartStringsThatDifferInTheirLastCharacter(Probe probe) throws IOException {
        String start = Probe.newKey().replaceAll(".\"$", "");
        Attempt one = probe.fresh().withKeyLines(start + "0\"");
        Answer first = probe.sendSuccessfully(one);

        Answer second = probe.send(one.withKeyLines(start + "1\""));

        assertThat(second).as("the answer to another key").matches(Answer::succeeded);
        assertThat(probe.runs(one, first, second))
                .as("runs of the same payload under two keys")
                .isEqualTo(2);
    }

    @Order(3)
    @Draft(section = "2.1", level = Level.MAY)
    void takesEveryCharacterAStringMayHave(Probe probe) throws IOException {
        String odd = Probe.newKey().replaceAll("\"$", "") + " ,;=%'()[]{}<>@~ \\\" \\\\\"";

        Answer answer = probe.send(probe.fresh().withKeyLines(odd));

        assertThat(answer)
                .as("the answer to the key %s: the format of keys is narrower than a String", odd)
                .matches(Answer::succeeded);
    }

    /** RFC 9651, section 3.1.2: a recipient ignores parameters it does not know. The draft's grammar has none: 400 is right. */
    @Order(4)
    @Draft(section = "2.1", level = Level.MUST)
    void makesNoOtherKeyOfAStringWithAParameter(Probe probe) throws IOException {
        Attempt attempt = probe.fresh();
        String key = attempt.keyLines().get(0);

        Answer first = probe.sendSuccessfully(attempt);
        Answer second = probe.send(attempt.withKeyLines(key + ";a=1"));

        assertThat(probe.runs(attempt, first, second))
                .as("runs of one request under the keys %s and %s;a=1", key, key)
                .isEqualTo(1);
    }

    @Order(5)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoUnfinishedStringAsAKey(Probe probe) throws IOException {
        Malformed.UNFINISHED.assertIsNoKey(probe);
    }

    @Order(6)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoWrongEscapeAsAKey(Probe probe) throws IOException {
        Malformed.WRONG_ESCAPE.assertIsNoKey(probe);
    }

    @Order(7)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoTextAfterAStringAsAKey(Probe probe) throws IOException {
        Malformed.TEXT_AFTER.assertIsNoKey(probe);
    }

    @Order(8)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoListAsAKey(Probe probe) throws IOException {
        Malformed.LIST.assertIsNoKey(probe);
    }

    @Order(9)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoTwoHeaderLinesAsAKey(Probe probe) throws IOException {
        Malformed.TWO_LINES.assertIsNoKey(probe);
    }

    @Order(10)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoControlCharacterAsAKey(Probe probe) throws IOException {
        Malformed.CONTROL.assertIsNoKey(probe);
    }

    @Order(11)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoCharacterBeyondAsciiAsAKey(Probe probe) throws IOException {
        Malformed.NON_ASCII.assertIsNoKey(probe);
    }

    @Order(12)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoEmptyValueAsAKey(Probe probe) throws IOException {
        Malformed.EMPTY.assertIsNoKey(probe);
    }

    @Order(13)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoInnerListAsAKey(Probe probe) throws IOException {
        Malformed.INNER_LIST.assertIsNoKey(probe);
    }

    /** Many services take bare keys. The draft does not; what it does not say is no harm as long as nobody relies on it. */
    @Order(14)
    @Draft(section = "2.1", level = Level.MAY)
    void takesNoItemOfAnotherTypeAsAKey(Probe probe) throws IOException {
        List<String> taken = new java.util.ArrayList<>();
        for (OtherType type : OtherType.values()) {
            if (isKey(probe, type.newKey())) {
                taken.add(type.label());
            }
        }

        assertThat(taken).as("other Items that are keys too").isEmpty();
    }

    @Order(15)
    @Draft(section = "2.1", level = Level.MAY)
    void takesABareKeyForTheSameAsTheString(Probe probe) throws IOException {
        Attempt attempt = probe.fresh();
        String bare = "k" + attempt.keyLines().get(0).replace("\"", "");
        if (isKey(probe, OtherType.TOKEN.newKey())) {
            Answer first = probe.send(attempt.withKeyLines(bare));
            Answer second = probe.send(attempt.withKeyLines('"' + bare + '"'));

            assertThat(probe.runs(attempt, first, second))
                    .as("runs of one request under the keys %s and \"%s\"", bare, bare)
                    .isEqualTo(1);
        }
    }

    /** Whether two requests with the value succeed and run once. */
    private static boolean isKey(Probe probe, String value) throws IOException {
        Attempt attempt = probe.fresh().withKeyLines(value);
        Answer first = probe.send(attempt);
        if (!first.succeeded()) {
            return false;
        }
        Answer second = probe.send(attempt);
        return second.succeeded() && probe.runs(attempt, first, second) == 1;
    }
}
