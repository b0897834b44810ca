// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import org.jspecify.annotations.Nullable;

/**
 * The same request with the same key may bring another answer: wait {@link Answer#retryAfter} and send it again, within the same
 * {@link IdempotentCalls} or with the same header.
 * Thrown by clients that have {@link AnswerMapper}; for {@code @Retry}.
 */
public final class RetryableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Answer answer;

    /** An exception of an answer. */
    public RetryableAnswerException(Answer answer) {
        super("The server answered " + answer.status() + suffix(answer.code())
                + ", which may be sent again with the same key");
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
