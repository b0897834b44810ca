// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the kit must report of a fault: at most one broken MUST.
 *
 * @param failed the MUSTs it breaks
 * @param noted what else it does not follow
 */
record Expected(List<String> failed, List<String> noted) {

    private static final Expected NOTHING = new Expected(List.of(), List.of());

    private static final String CONFLICT = "answers a concurrent request with a conflict";
    private static final String MALFORMED = "takes no malformed value as a key";
    private static final String KEYS_ARE_KEYS = "runs nothing for a retry";
    private static final String APART = "keeps different strings apart";
    private static final String SAME_RESULT = "answers a retry with the result";
    private static final String SAME_ERROR = "answers a retry of an error with the error";
    private static final String REUSE_FAILS = "fails another payload under the same key";
    private static final String STATUS = "refuses with 400 or 409 or 422";
    private static final String ANSWERS = "answers every request";
    private static final String LONG = "takes keys of 255 characters";

    private static final List<String> EXAMPLES = List.of(
            "describes a missing key like the example",
            "describes a reused key like the example",
            "describes a concurrent request like the example");

    private static final List<String> LINKS = List.of(
            "links to documentation when the key is missing",
            "links to documentation when the key is reused",
            "describes the problem of a concurrent request");

    static Expected of(Fault fault) {
        return switch (fault) {
            case NONE, ANSWERS_NOTHING, REFUSES_BLANKS -> NOTHING;
            case NO_IDEMPOTENCY, RUNS_RETRIES, RUNS_A_SECOND_RETRY -> NOTHING.failed(KEYS_ARE_KEYS);
            case NO_KEY_CHECK -> NOTHING.failed("fails requests without a required key");
            case RUNS_AGAIN_AFTER_ANOTHER_PAYLOAD -> NOTHING.failed("runs nothing for a retry after another payload");
            case RUNS_AGAIN_AFTER_A_CONFLICT -> NOTHING.failed("runs nothing for a retry after simultaneous requests");
            case RUNS_AGAIN_AFTER_ANOTHER_CALLER -> NOTHING.failed("runs nothing for a retry after another caller");
            case FORGETS_OLD_KEYS -> NOTHING.failed("still knows a key after a while");
            case IGNORES_THE_PAYLOAD -> NOTHING.failed(REUSE_FAILS);
            case ERROR_FOR_ANOTHER_PAYLOAD, OTHER_STATUS_CODES -> NOTHING.failed(STATUS);
            case EMPTY_SUCCESS_WHILE_RUNNING -> NOTHING.failed("answers a concurrent request with no other success");
            case RUNS_CONCURRENT_REQUESTS -> NOTHING.failed("runs one of many simultaneous requests");
            case WAITS -> NOTHING.noted(CONFLICT);
            case JOINS_HEADER_LINES, TAKES_THE_HEADER_AS_IT_IS, TRIMS_QUOTES -> NOTHING.failed(MALFORMED);
            case TAKES_BARE_KEYS -> NOTHING.noted("takes no item of another type as a key");
            case PARAMETER_MAKES_A_KEY -> NOTHING.failed("makes no other key of a string with a parameter");
            case CUTS_KEYS_TO_30,
                    CUTS_KEYS_TO_36,
                    CUTS_KEYS_TO_254,
                    KEEPS_THE_END_OF_KEYS,
                    IGNORES_CASE,
                    STRIPS_BLANKS,
                    FOLDS_BLANKS -> NOTHING.failed(APART);
            case REFUSES_LONG_KEYS -> NOTHING.noted(LONG);
            case REPLAYS_TO_OTHER_CALLERS -> NOTHING.failed("gives no answer to another caller");
            case REVEALS_KEYS_TO_OTHER_CALLERS -> NOTHING.noted("does not reveal to another caller that a key is used");
            case FLAT_TEXT_ERRORS -> NOTHING.noted(EXAMPLES).noted(LINKS);
            case LINKS_ONLY -> NOTHING.noted(EXAMPLES);
            case COPIES_THE_EXAMPLES_COMMA -> NOTHING.failed("sends only problems that can be read");
            case DIES_OF_LONG_KEYS -> NOTHING.noted("takes hostile keys as data or refuses them");
            case FAILS_ALWAYS -> NOTHING.failed("takes a string as a key");
            case HANGS, HANGS_ON_RETRIES, CLOSES_ON_RETRIES, HANGS_ON_ANOTHER_PAYLOAD -> NOTHING.failed(ANSWERS);
            case FORGETS_ERRORS -> NOTHING.noted(SAME_ERROR);
            case FORGETS_HEADERS -> NOTHING.noted(SAME_RESULT, SAME_ERROR);
            case SILENT_ABOUT_EXPIRY -> NOTHING.noted("publishes when keys expire");
            case NO_DOCUMENTATION -> NOTHING.failed("publishes a specification that names the header");
        };
    }

    private Expected failed(String... more) {
        return failed(List.of(more));
    }

    private Expected failed(List<String> more) {
        return new Expected(Stream.concat(failed.stream(), more.stream()).toList(), noted);
    }

    private Expected noted(String... more) {
        return noted(List.of(more));
    }

    private Expected noted(List<String> more) {
        return new Expected(failed, Stream.concat(noted.stream(), more.stream()).toList());
    }
}
