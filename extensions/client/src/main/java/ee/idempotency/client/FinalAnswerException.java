// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import org.jspecify.annotations.Nullable;

/**
 * The server has refused the request for good: to send it again with the same key brings the same answer.
 * Thrown by clients that have {@link AnswerMapper}; for {@code @Retry}.
 */
public final class FinalAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Answer answer;

    /** An exception of an answer. */
    public FinalAnswerException(Answer answer) {
        super("The server answered " + answer.status() + suffix(answer.code()) + ", which is final for this key");
        this.answer = answer;
    }

    private static String suffix(@Nullable String code) {
        return code == null ? "" : " " + code;
    }

    /** What the server answered. */
    public Answer answer() {
        return answer;
    }
}
