// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Makes exceptions for {@code @Retry} of answers: {@link RetryableAnswerException} of those that the same request may change,
 * {@link FinalAnswerException} of refusals of this library. Outcomes of the operation itself, such as a stored 404, are left
 * to the next mapper. For MicroProfile Rest Client; other clients call {@link Answer#of}. Thread-safe.
 */
public final class AnswerMapper implements ResponseExceptionMapper<RuntimeException> {

    private static final int ERROR = 400;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= ERROR;
    }

    @Override
    public @Nullable RuntimeException toThrowable(Response response) {
        Answer answer = Answer.of(response);
        if (answer.retryable()) {
            return new RetryableAnswerException(answer);
        }
        return answer.code() == null ? null : new FinalAnswerException(answer);
    }
}
