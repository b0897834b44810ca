// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Requirement("O10")
class AnswerMapperTest {

    private static final String IN_PROGRESS =
            "{\"title\":\"The operation is in progress\",\"code\":\"in-progress\",\"retryable\":true}";

    private final AnswerMapper mapper = new AnswerMapper();
    private final Client client = ClientBuilder.newClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aProblemThatMayPassIsRetryableAndStaysReadable() {
        Response response = answer(409, "application/problem+json", IN_PROGRESS);

        assertThat(mapper.toThrowable(response))
                .isInstanceOfSatisfying(
                        RetryableAnswerException.class,
                        e -> assertThat(e.answer().code()).isEqualTo("in-progress"))
                .hasMessage("The server answered 409 in-progress, which may be sent again with the same key");
        assertThat(response.readEntity(String.class)).isEqualTo(IN_PROGRESS);
    }

    @Test
    void aRefusalIsFinal() {
        assertThat(mapper.toThrowable(
                        answer(422, "application/problem+json", "{\"code\":\"key-reused\",\"retryable\":false}")))
                .isInstanceOf(FinalAnswerException.class)
                .hasMessage("The server answered 422 key-reused, which is final for this key");
    }

    @Test
    void anOutcomeOfTheOperationIsLeftToTheNextMapper() {
        assertThat(mapper.toThrowable(answer(404, "text/plain", "no such order")))
                .isNull();
        assertThat(mapper.toThrowable(answer(404, "application/problem+json", "{\"code\":\"no-such-order\"}")))
                .isNull();
    }

    @Test
    void whatIsNoJsonIsJudgedByItsStatus() {
        for (String body :
                new String[] {"", "{", "[]", "7", "{\"retryable\":\"true\"}", "{\"a\":\"" + "x".repeat(65_536) + "\"}"
                }) {
            assertThat(mapper.toThrowable(answer(503, "application/problem+json", body)))
                    .isInstanceOf(RetryableAnswerException.class);
            assertThat(mapper.toThrowable(answer(400, "application/problem+json", body)))
                    .isNull();
        }
    }

    @Test
    void handlesErrorsOnly() {
        assertThat(mapper.handles(399, new MultivaluedHashMap<>())).isFalse();
        assertThat(mapper.handles(400, new MultivaluedHashMap<>())).isTrue();
    }

    /** As a client reads it: from bytes. */
    private Response answer(int status, String type, String body) {
        return client.target("http://localhost/")
                .register((ClientRequestFilter) request -> request.abortWith(
                        Response.status(status).type(type).entity(body).build()))
                .request()
                .get();
    }
}
