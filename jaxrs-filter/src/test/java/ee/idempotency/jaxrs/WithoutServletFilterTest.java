// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A request that came through servlets, but not through the servlet filter, which sees what JAX-RS does not. */
@Requirement("A9")
@Requirement("H19")
class WithoutServletFilterTest {

    private static final Map<String, String> SERVLETS = Map.of("servlets", "true");

    private static final AtomicInteger RUNS = new AtomicInteger();

    /** A protected resource. */
    @Path("/counts")
    public static class Counts {

        /** Counts. */
        @POST
        @IdempotentOperation
        public String count() {
            return "run " + RUNS.incrementAndGet();
        }
    }

    /** Leaves what the servlet filter leaves. */
    @PreMatching
    public static class Mark implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.setProperty("ee.idempotency.servlet-filter", true);
        }
    }

    @Test
    void isRefusedAndNothingRuns() {
        RUNS.set(0);
        try (TestServer server = TestServer.with(SERVLETS, Counts.class)) {
            Answer answer = server.post("/counts", "k-1", "");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).contains("internal-error");
            assertThat(RUNS).hasValue(0);
            assertThat(server.record("POST /counts", "k-1")).isEmpty();
        }
    }

    @Test
    void runsOnceTheFilterHasSeenIt() {
        RUNS.set(0);
        try (TestServer server = TestServer.with(SERVLETS, Counts.class, new Mark())) {
            assertThat(server.post("/counts", "k-1", "").text()).isEqualTo("run 1");
            assertThat(server.post("/counts", "k-1", "").text()).isEqualTo("run 1");
        }
    }
}
