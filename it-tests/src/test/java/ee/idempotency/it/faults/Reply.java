// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

/** What became of one request, as its client knows it. */
sealed interface Reply {

    /**
     * A 2xx that arrived whole.
     *
     * @param body one character a byte
     * @param replayed says the answer of itself
     */
    record Success(int status, String body, boolean replayed) implements Reply {}

    /**
     * Any other answer that arrived whole.
     *
     * @param code the {@code code} of the problem, or the status where the answer is no problem of the library
     * @param retryAfter was answered when to come again
     */
    record Refused(int status, String code, boolean retryAfter) implements Reply {}

    /** Nobody listened: nothing was sent. */
    record NotSent() implements Reply {}

    /** Sent, and no answer or a part of one: the operation may have run or not. */
    record Unknown(String cause) implements Reply {}
}
