// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import java.util.List;

/**
 * What the little server answers.
 *
 * @param status code
 * @param headers whole lines
 * @param body may be empty
 */
record Reply(int status, List<String> headers, String body) {

    static Reply json(int status, String body) {
        return new Reply(status, List.of("Content-Type: application/json"), body);
    }

    /** A refusal as in the draft's examples, but for the fault. */
    static Reply refusal(Fault fault, int status, String title) {
        if (fault == Fault.FLAT_TEXT_ERRORS) {
            return new Reply(status, List.of("Content-Type: text/plain"), title);
        }
        if (fault == Fault.LINKS_ONLY) {
            return new Reply(status, List.of("Link: </keys>; rel=\"describedby\"; type=\"text/plain\""), "");
        }
        int sent = fault == Fault.OTHER_STATUS_CODES ? status + 10 : status;
        String end = fault == Fault.COPIES_THE_EXAMPLES_COMMA ? ",}" : "}";
        return new Reply(
                sent,
                List.of("Content-Type: application/problem+json", "Content-Language: en"),
                "{\"type\":\"/keys\",\"title\":\"" + title + "\",\"status\":" + sent + end);
    }
}
