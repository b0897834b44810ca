// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The header's lines, made of a String that was not used before. */
    abstract List<String> lines(String key);

    /**
     * What became of a request with such a value.
     *
     * @param malformed the value
     * @param first the answer; empty if the connection was closed without one, as for a malformed message
     * @param isKey whether a second request was taken for its repeat
     */
    record Trial(Malformed malformed, Optional<Answer> first, boolean isKey) {

        /** Whether the value was used, or led to an error of the server. */
        boolean isHarmful() {
            return isKey
                    || first.filter(answer -> !answer.succeeded() && (answer.status() < 400 || answer.status() > 499))
                            .isPresent();
        }

        /** Whether the status is the one that the draft recommends. */
        boolean isAnsweredWith400() {
            return first.isEmpty() || first.get().status() == 400;
        }

        @Override
        public String toString() {
            return malformed.label + " (" + first.map(Answer::toString).orElse("no answer") + ")";
        }
    }

    /** All of them. If a request is accepted at all, a second one must run too: the value did not serve as a key. */
    static List<Trial> tryAll(Probe probe) {
        return Stream.of(values()).map(value -> value.tryOut(probe)).toList();
    }

    private Trial tryOut(Probe probe) {
        Attempt attempt = probe.fresh().withKeyLines(lines(Probe.newKey()).toArray(String[]::new));
        Optional<Answer> first = probe.trySend(attempt);
        if (first.isEmpty() || !first.get().succeeded()) {
            return new Trial(this, first, false);
        }
        Optional<Answer> second = probe.trySend(attempt);
        boolean ran =
                second.isPresent() && second.get().succeeded() && probe.runs(attempt, first.get(), second.get()) == 2;
        return new Trial(this, first, !ran);
    }
}
