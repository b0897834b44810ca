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
import java.util.stream.Collectors;
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
    void takesAStringAsAKey(Scenarios scenarios) {
        Answer answer = scenarios.first();

        Broken.unless(answer.succeeded(), "A request with a UUID in quotes as its key was answered %s.", answer);
    }

    @Order(2)
    @Draft(section = "2.1", level = Level.MUST)
    void keepsDifferentStringsApart(Probe probe, Scenarios scenarios) {
        scenarios.requireKeys();

        List<Twins> confused = Twins.confused(probe);

        Broken.unless(
                confused.isEmpty(),
                "These were taken for one key: keys %s.",
                confused.stream().map(Twins::label).collect(Collectors.joining(", keys ")));
    }

    /** The draft sets no limit; 255 characters are what many services document. */
    @Order(3)
    @Draft(section = "2.1", level = Level.MAY)
    void takesKeysOf255Characters(Probe probe, Scenarios scenarios) {
        scenarios.requireKeys();
        String key = '"' + Probe.newKey().substring(1, 9) + "k".repeat(247) + '"';

        Optional<Answer> answer = probe.trySend(probe.fresh().withKeyLines(key));

        Broken.unless(
                answer.filter(Answer::succeeded).isPresent(),
                "A key of 255 characters was answered %s.",
                answer.map(Answer::toString).orElse("by closing the connection"));
    }

    @Order(4)
    @Draft(section = "2.1", level = Level.MAY)
    void takesEveryCharacterAStringMayHave(Probe probe, Scenarios scenarios) {
        scenarios.requireKeys();
        String odd = Probe.newKey().replaceAll("\"$", "") + ",;=%'()[]{}<>@~\\\"\\\\\"";

        Answer answer = probe.send(probe.fresh().withKeyLines(odd));

        Broken.unless(
                answer.succeeded(), "The format of keys is narrower than a String: %s was answered %s.", odd, answer);
    }

    /** Servers fold blanks differently before anything else sees them: to refuse them is right as well. */
    @Order(5)
    @Draft(section = "2.1", level = Level.MAY)
    void takesKeysWithBlanksOrRefusesThem(Probe probe, Scenarios scenarios) {
        scenarios.requireKeys();
        String blanks = Probe.newKey().replaceAll("\"$", "") + " b  b\"";

        Answer answer = probe.send(probe.fresh().withKeyLines(blanks));

        Broken.unless(answer.succeeded() || answer.status() == 400, "The key %s was answered %s.", blanks, answer);
    }

    /** RFC 9651, section 3.1.2: a recipient ignores parameters it does not know. The draft's grammar has none: 400 is right. */
    @Order(6)
    @Draft(section = "2.1", level = Level.MUST)
    void makesNoOtherKeyOfAStringWithAParameter(Probe probe, Scenarios scenarios) {
        scenarios.requireOnlyStringsAsKeys();
        scenarios.requireMissingKeysRefused();
        Attempt attempt = probe.fresh();
        String key = attempt.keyLines().get(0);

        Answer first = probe.sendSuccessfully(attempt);
        Answer second = probe.send(attempt.withKeyLines(key + ";a=1"));

        long runs = probe.runs(attempt, first, second);
        Broken.unless(runs == 1, "One request under the keys %s and %s;a=1 ran %d times.", key, key, runs);
    }

    @Order(7)
    @Draft(section = "2.1", level = Level.MUST)
    void takesNoMalformedValueAsAKey(Scenarios scenarios) {
        List<Malformed.Trial> harmful = scenarios.malformed().stream()
                .filter(Malformed.Trial::isHarmful)
                .toList();

        Broken.unless(harmful.isEmpty(), "Used as a key, or answered as an error of the server: %s.", harmful);
    }

    /** Many services take bare keys. The draft does not; what it does not say is no harm as long as no client relies on it. */
    @Order(8)
    @Draft(section = "2.1", level = Level.MAY)
    void takesNoItemOfAnotherTypeAsAKey(Scenarios scenarios) {
        scenarios.requireOnlyStringsAsKeys();
        List<OtherType> taken = scenarios.otherTypes();

        Broken.unless(
                taken.isEmpty(),
                "These are keys too: %s.",
                taken.stream().map(OtherType::label).collect(Collectors.joining(", ")));
    }

    @Order(9)
    @Draft(section = "2.1", level = Level.MAY)
    void takesABareKeyForTheSameAsTheString(Probe probe, Scenarios scenarios) {
        scenarios.requireOnlyStringsAsKeys();
        if (!scenarios.otherTypes().contains(OtherType.TOKEN)) {
            throw new NotMeasured("Needs a target that takes bare keys; this one refuses them.");
        }
        Attempt attempt = probe.fresh();
        String bare = OtherType.TOKEN.newKey();

        Answer first = probe.send(attempt.withKeyLines(bare));
        Answer second = probe.send(attempt.withKeyLines('"' + bare + '"'));

        long runs = probe.runs(attempt, first, second);
        Broken.unless(runs == 1, "One request under the keys %s and \"%s\" ran %d times.", bare, bare, runs);
    }
}
