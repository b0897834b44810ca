// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.jaxrs.internal.response.OutsideAnswer;
import ee.idempotency.jaxrs.internal.servlet.StubResponse;
import ee.idempotency.spi.Outcome;
import ee.idempotency.tck.Requirement;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a resource answers through the servlet response; the servlet container is a stub here. */
class OutsideAnswerTest {

    /** What a resource does to the servlet response. */
    @FunctionalInterface
    interface Deed {

        Response answer(HttpServletResponse response) throws IOException;
    }

    private final AtomicInteger runs = new AtomicInteger();
    private final StubResponse servlet = new StubResponse();
    private Deed deed = response -> null;
    private final TestServer server = TestServer.of(new Outside(), new Watching());

    /** Puts a watched response where the servlet filter puts it. */
    @PreMatching
    final class Watching implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.setProperty(OutsideAnswer.PROPERTY, servlet.watched());
        }
    }

    /** Answers outside JAX-RS. */
    @Path("/outside")
    public final class Outside {

        @POST
        @IdempotentOperation
        public Response post() throws IOException {
            runs.incrementAndGet();
            return deed.answer(servlet.watched());
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer post() {
        return server.post("/outside", "one", "x");
    }

    private void assertNotRetained(int status) {
        post();

        Answer repeat = post();
        assertThat(repeat.status()).isEqualTo(409);
        assertThat(repeat.code()).isEqualTo("response-not-retained");
        assertThat(repeat.isReplay()).isFalse();
        assertThat(runs).hasValue(1);
        assertThat(server.record("POST /outside", "one").orElseThrow().outcome().orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Completed.class,
                        stored -> assertThat(stored.status()).isEqualTo(status));
    }

    @Test
    @Requirement("H19")
    void anErrorIsNoSuccess() {
        deed = response -> {
            response.sendError(409);
            return null;
        };
        assertNotRetained(409);
    }

    @Test
    @Requirement("H19")
    void aRedirectKeepsItsLocation() {
        deed = response -> {
            response.sendRedirect("/elsewhere");
            return null;
        };
        assertNotRetained(302);
        assertThat(post().header("Location")).endsWith("/elsewhere");
    }

    @Test
    @Requirement("H19")
    void aBodyThatWasCommittedIsNotRetained() {
        deed = response -> {
            response.setStatus(201);
            response.setHeader("Location", "/orders/1");
            response.getOutputStream().write("order 1".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            return null;
        };
        assertNotRetained(201);
        assertThat(post().header("Location")).endsWith("/orders/1");
    }

    @Test
    @Requirement("H19")
    void aFailureGivesTheKeyBack() {
        deed = response -> {
            response.sendError(503, "later");
            return null;
        };
        post();
        post();

        assertThat(runs).hasValue(2);
    }

    @Test
    @Requirement("H19")
    void headersThatWereSetOutsideAreReplayed() {
        deed = response -> {
            response.addHeader("Link", "<1>");
            response.addHeader("Link", "<2>");
            response.setHeader("Set-Cookie", "secret");
            return Response.ok("run").header("ETag", "\"1\"").build();
        };
        post();

        Answer repeat = post();
        assertThat(repeat.text()).isEqualTo("run");
        assertThat(repeat.all("Link")).containsExactly("<1>", "<2>");
        assertThat(repeat.all("Set-Cookie")).isEmpty();
    }

    @Test
    @Requirement("H19")
    void whatTheRuntimeDoesIsNoAnswerOfTheResource() throws IOException {
        servlet.watched().setHeader("Link", "<before>");
        servlet.watched().getOutputStream().write(1);
        deed = response -> Response.ok("run").build();
        post();

        assertThat(post().text()).isEqualTo("run");
        assertThat(post().all("Link")).isEmpty();
    }
}
