// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.http.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Header values that are no Item. RFC 9651, section 4.2: the field is ignored as if it were not there, or the message is
 * malformed; in no case is the value used.
 */
enum Malformed {
    UNFINISHED("a String without its end") {
        @Override
        List<String> lines(String key) {
            return List.of(key.substring(0, key.length() - 1));
        }
    },
    WRONG_ESCAPE("a backslash before a letter") {
        @Override
        List<String> lines(String key) {
            return List.of(key.replaceAll("\"$", "\\\\n\""));
        }
    },
    TEXT_AFTER("text after the String") {
        @Override
        List<String> lines(String key) {
            return List.of(key + " x");
        }
    },
    LIST("two Strings with a comma") {
        @Override
        List<String> lines(String key) {
            return List.of(key + ", " + key);
        }
    },
    TWO_LINES("two header lines") {
        @Override
        List<String> lines(String key) {
            return List.of(key, Probe.newKey());
        }
    },
    CONTROL("a control character") {
        @Override
        List<String> lines(String key) {
            return List.of(key.replaceAll("\"$", "\u0001\""));
        }
    },
    NON_ASCII("a character beyond ASCII") {
        @Override
        List<String> lines(String key) {
            return List.of(key.replaceAll("\"$", "\u00e9\""));
        }
    },
    EMPTY("an empty value") {
        @Override
        List<String> lines(String key) {
            return List.of("");
        }
    },
    INNER_LIST("an Inner List") {
        @Override
        List<String> lines(String key) {
            return List.of("(" + key + ")");
        }
    };

    private final String label;

    Malformed(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The header's lines, made of a String that was not used before. */
    abstract List<String> lines(String key);

    /** The answer; empty if the connection was closed without one, as for a malformed message. */
    static Optional<Answer> send(Probe probe, Attempt attempt) {
        try {
            return Optional.of(probe.send(attempt));
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** A request with such a value, not used before. */
    Attempt attempt(Probe probe) {
        return probe.fresh().withKeyLines(lines(Probe.newKey()).toArray(String[]::new));
    }

    /** If such a request is accepted at all, a second one runs too: the value did not serve as a key. */
    void assertIsNoKey(Probe probe) throws IOException {
        Attempt attempt = attempt(probe);
        Optional<Answer> first = send(probe, attempt);
        if (first.isEmpty() || !first.get().succeeded()) {
            assertThat(first.map(Answer::status).orElse(400))
                    .as("the status for %s", label)
                    .isBetween(400, 499);
            return;
        }
        Optional<Answer> second = send(probe, attempt);
        Answer[] answers =
                second.map(answer -> new Answer[] {first.get(), answer}).orElse(new Answer[] {first.get()});
        assertThat(second.isPresent() && second.get().succeeded() && probe.runs(attempt, answers) == answers.length)
                .as(
                        "%s was taken as a key: answers %s and %s to the same request",
                        label, first.get(), second.map(Answer::toString).orElse("none"))
                .isTrue();
    }
}
