// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.KeyPolicy;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/clients.md says of browsers. */
@Requirement("H2")
class CorsTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String EXPOSED = "Access-Control-Expose-Headers";

    /** Answers a page of another origin. */
    @Path("/pages")
    @IdempotentOperation(keyPolicy = KeyPolicy.REQUIRED)
    public static class Pages {

        /** Says by hand who may read it. */
        @POST
        public Response post() {
            return Response.ok("page").header(ALLOWED, "https://shop.example").build();
        }

        /** A preflight that the application answers itself. */
        @OPTIONS
        public Response preflight() {
            return Response.noContent()
                    .header("Access-Control-Allow-Headers", "Idempotency-Key")
                    .build();
        }
    }

    /** As an application has it. */
    public static class CorsFilter implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle(EXPOSED, "Idempotency-Replayed");
        }
    }

    private final TestServer server = TestServer.of(Pages.class, new CorsFilter());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFilterAlsoServesReplaysAndProblems() {
        Answer first = server.post("/pages", "k", "");
        Answer replay = server.post("/pages", "k", "");
        Answer problem = server.raw("POST", "/pages", new byte[0]);

        assertThat(replay.isReplay()).isTrue();
        assertThat(problem.status()).isEqualTo(400);
        for (Answer answer : new Answer[] {first, replay, problem}) {
            assertThat(answer.header(EXPOSED)).isEqualTo("Idempotency-Replayed");
        }
    }

    @Test
    void whatAResourceAllowsItselfIsNotReplayed() {
        assertThat(server.post("/pages", "k", "").all(ALLOWED)).containsExactly("https://shop.example");
        assertThat(server.post("/pages", "k", "").all(ALLOWED)).isEmpty();
    }

    @Test
    void aPreflightNeedsNoKey() {
        Answer preflight = server.raw("OPTIONS", "/pages", new byte[0]);

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("Idempotency-Key");
    }
}
