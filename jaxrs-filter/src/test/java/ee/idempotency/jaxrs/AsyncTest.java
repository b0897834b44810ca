// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.jersey.server.ChunkedOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncTest {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

    private final Later later = new Later();
    private final TestServer server = TestServer.of(later, new AnyMapper());

    /** A resource that answers from another thread. */
    @Path("/later")
    @IdempotentOperation
    public static class Later {

        final AtomicInteger runs = new AtomicInteger();

        @POST
        @Path("suspended")
        public void suspended(@Suspended AsyncResponse response) {
            POOL.execute(() -> response.resume(
                    Response.accepted("run " + runs.incrementAndGet()).build()));
        }

        @POST
        @Path("stage")
        public CompletionStage<String> stage() {
            return CompletableFuture.supplyAsync(() -> "run " + runs.incrementAndGet(), POOL);
        }

        @POST
        @Path("nothing")
        public CompletionStage<Response> nothing() {
            return CompletableFuture.supplyAsync(
                    () -> {
                        runs.incrementAndGet();
                        return Response.noContent().build();
                    },
                    POOL);
        }

        @POST
        @Path("failing")
        public CompletionStage<String> failing() {
            return CompletableFuture.supplyAsync(
                    () -> {
                        throw new IllegalStateException("run " + runs.incrementAndGet());
                    },
                    POOL);
        }

        @POST
        @Path("timeout")
        public void timeout(@Suspended AsyncResponse response) {
            runs.incrementAndGet();
            response.setTimeout(1, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Answers in pieces, which wait for the container. From another thread Jersey itself now and then loses their end, of 61,102
     * requests without this library 6: nobody is to wait for that here.
     */
    @Path("/pieces")
    public static class Pieces {

        @POST
        @Path("declared")
        public ChunkedOutput<String> declared() throws IOException {
            ChunkedOutput<String> chunks = new ChunkedOutput<>(String.class);
            try (chunks) {
                chunks.write("one ");
                chunks.write("two");
            }
            return chunks;
        }

        @POST
        @Path("undeclared")
        public Response undeclared() throws IOException {
            return Response.ok(declared()).header("Location", "/here").build();
        }
    }

    /** Cannot be deployed. */
    @Path("/announced")
    public static class Announced {

        @POST
        @IdempotentOperation
        public void events(SseEventSink sink) {}
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void stopPool() {
        POOL.shutdownNow();
    }

    @Test
    @Requirement("H1")
    @Requirement("H16")
    void answersFromOtherThreadsAreStoredAndReplayed() {
        for (String path : new String[] {"suspended", "stage", "nothing"}) {
            int before = later.runs.get();
            Answer first = server.post("/later/" + path, "one", "");
            Answer second = server.post("/later/" + path, "one", "");

            assertThat(first.status()).isBetween(200, 204);
            assertThat(second.isReplay()).as(path).isTrue();
            assertThat(second.status()).isEqualTo(first.status());
            assertThat(second.content()).isEqualTo(first.content());
            assertThat(later.runs).hasValue(before + 1);
        }
    }

    @Test
    @Requirement("H16")
    void failuresAndTimeoutsOnOtherThreadsGiveTheKeyBack() {
        assertThat(server.post("/later/failing", "one", "").status()).isEqualTo(500);
        assertThat(server.record("POST /later/failing", "one")).isEmpty();
        assertThat(server.post("/later/timeout", "one", "").status()).isEqualTo(503);
        assertThat(server.record("POST /later/timeout", "one")).isEmpty();
    }

    @Test
    @Requirement("H12")
    @Requirement("H16")
    void eventsUnderTheAnnotationStopTheDeployment() {
        assertThatThrownBy(() -> TestServer.of(new Announced()).close())
                .hasStackTraceContaining("Announced.events: events and chunks cannot be stored and replayed");
    }

    @ParameterizedTest
    @Requirement("H12")
    @ValueSource(strings = {"declared", "undeclared"})
    void piecesThatNobodyAnnotatedReachTheirFirstCallerOnly(String path) {
        try (TestServer all = TestServer.with(Map.of("idempotency.http.protect", "all"), new Pieces())) {
            Answer first = all.post("/pieces/" + path, "one", "");
            Answer second = all.post("/pieces/" + path, "one", "");

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.content()).contains("one ", "two");
            assertThat(second.code()).isEqualTo("response-not-retained");
        }
    }
}
