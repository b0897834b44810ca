// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the kit must tell of a fault.
 *
 * @param failed the MUSTs it breaks
 * @param noted what else it does not follow
 */
record Expected(List<String> failed, List<String> noted) {

    private static final Expected NOTHING = new Expected(List.of(), List.of());

    private static final String CONFLICT = "answers a concurrent request with a conflict";
    private static final String STATUS_409 = "answers a concurrent request with 409";
    private static final String OTHER_SUCCESS = "answers a concurrent request with no other success";
    private static final String MALFORMED = "refuses every malformed key with 400";
    private static final String PARAMETER = "makes no other key of a string with a parameter";
    private static final String SAME_RESULT = "answers a retry with the result";
    private static final String SAME_ERROR = "answers a retry of an error with the error";
    private static final String OTHER_TYPES = "takes no item of another type as a key";
    private static final String REUSE_FAILS = "fails another payload under the same key";
    private static final String MISSING_FAILS = "fails requests without a required key";
    private static final String KEEPS_ANSWER = "keeps the first answer after another payload";
    private static final String ONE_RUN = "runs one of many simultaneous requests";

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
            case NONE, ANSWERS_NOTHING -> NOTHING;
            case NO_KEY_CHECK ->
                NOTHING.failed(MISSING_FAILS, PARAMETER).noted("answers a missing key with 400", MALFORMED);
            case RUNS_RETRIES ->
                NOTHING.failed(REUSE_FAILS, "runs nothing for a retry", ONE_RUN, OTHER_SUCCESS)
                        .noted(
                                KEEPS_ANSWER,
                                SAME_RESULT,
                                SAME_ERROR,
                                "answers another payload with 422",
                                CONFLICT,
                                STATUS_409);
            case IGNORES_THE_PAYLOAD -> NOTHING.failed(REUSE_FAILS).noted("answers another payload with 422");
            case EMPTY_SUCCESS_WHILE_RUNNING -> NOTHING.failed(OTHER_SUCCESS).noted(CONFLICT, STATUS_409);
            case RUNS_CONCURRENT_REQUESTS ->
                NOTHING.failed(ONE_RUN, OTHER_SUCCESS).noted(CONFLICT, STATUS_409);
            case WAITS -> NOTHING.noted(CONFLICT);
            case JOINS_HEADER_LINES ->
                NOTHING.failed("takes no two header lines as a key").noted(MALFORMED);
            case TAKES_THE_HEADER_AS_IT_IS ->
                NOTHING.failed(PARAMETER)
                        .failed(malformed("two header lines", "empty value"))
                        .failed(malformed())
                        .noted(OTHER_TYPES, "takes a bare key for the same as the string", MALFORMED);
            case TRIMS_QUOTES -> NOTHING.failed(PARAMETER).failed(malformed()).noted(OTHER_TYPES, MALFORMED);
            case CUTS_KEYS -> NOTHING.failed("tells apart strings that differ in their last character");
            case REPLAYS_TO_OTHER_CALLERS ->
                NOTHING.failed("gives no answer to another caller")
                        .noted("does not tell another caller that a key is used");
            case OTHER_STATUS_CODES ->
                NOTHING.failed(REUSE_FAILS, MISSING_FAILS)
                        .noted(
                                "answers a missing key with 400",
                                "answers another payload with 422",
                                STATUS_409,
                                MALFORMED);
            case FLAT_TEXT_ERRORS -> NOTHING.noted(EXAMPLES).noted(LINKS);
            case LINKS_ONLY -> NOTHING.noted(EXAMPLES);
            case COPIES_THE_EXAMPLES_COMMA ->
                NOTHING.failed("sends only problems that can be read")
                        .noted(EXAMPLES)
                        .noted(LINKS);
            case DIES_OF_LONG_KEYS -> NOTHING.noted("takes hostile keys as data or refuses them");
            case FORGETS_ERRORS -> NOTHING.noted(SAME_ERROR);
            case FORGETS_HEADERS -> NOTHING.noted(KEEPS_ANSWER, SAME_RESULT, SAME_ERROR);
            case SILENT_ABOUT_EXPIRY -> NOTHING.noted("publishes when keys expire");
        };
    }

    private static List<String> malformed() {
        return malformed(
                "unfinished string",
                "wrong escape",
                "text after a string",
                "list",
                "control character",
                "character beyond ascii",
                "inner list");
    }

    private static List<String> malformed(String... values) {
        return Stream.of(values).map(value -> "takes no " + value + " as a key").toList();
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
