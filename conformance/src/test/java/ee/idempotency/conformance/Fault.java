// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

/** What a server may do wrong. */
enum Fault {
    NONE,
    NO_KEY_CHECK,
    RUNS_RETRIES,
    IGNORES_THE_PAYLOAD,
    EMPTY_SUCCESS_WHILE_RUNNING,
    RUNS_CONCURRENT_REQUESTS,
    WAITS,
    JOINS_HEADER_LINES,
    TAKES_THE_HEADER_AS_IT_IS,
    TRIMS_QUOTES,
    CUTS_KEYS,
    REPLAYS_TO_OTHER_CALLERS,
    OTHER_STATUS_CODES,
    FLAT_TEXT_ERRORS,
    LINKS_ONLY,
    COPIES_THE_EXAMPLES_COMMA,
    DIES_OF_LONG_KEYS,
    FORGETS_ERRORS,
    FORGETS_HEADERS,
    SILENT_ABOUT_EXPIRY
}
