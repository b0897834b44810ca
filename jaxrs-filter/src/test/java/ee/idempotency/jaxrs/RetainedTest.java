// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.Retained;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operations whose answers nobody may store. */
@Requirement("O1")
class RetainedTest {

    private static final String CARD = "4111-1111-1111-1111";

    private final Cards cards = new Cards();
    private final String key = UUID.randomUUID().toString();
    private TestServer server = TestServer.of(cards);

    /** Answers with what it must not keep. */
    @Path("/cards")
    public static class Cards {

        final AtomicInteger runs = new AtomicInteger();
        volatile boolean gone;

        private Response created() {
            return Response.created(URI.create("/api/cards/" + runs.incrementAndGet()))
                    .header("X-Card", CARD)
                    .entity(CARD)
                    .build();
        }

        @POST
        @Path("pointer")
        @IdempotentOperation(name = "pointer", retained = Retained.POINTER)
        public Response pointer() {
            return created();
        }

        @POST
        @Path("digest")
        @IdempotentOperation(name = "digest", retained = Retained.DIGEST)
        public Response digest() {
            return created();
        }

        @POST
        @Path("declined")
        @IdempotentOperation(name = "declined", retained = Retained.POINTER, reread = "read")
        public Response declined() {
            return Response.status(402).entity(CARD).build();
        }

        @POST
        @Path("none")
        @IdempotentOperation(name = "none", retained = Retained.POINTER)
        public Response none() {
            runs.incrementAndGet();
            return Response.noContent().tag("v1").build();
        }

        @POST
        @Path("reread")
        @IdempotentOperation(name = "reread", retained = Retained.POINTER, reread = "read")
        public Response reread() {
            return created();
        }

        /** By the pointer. */
        public @Nullable String read(URI location) {
            if (gone) {
                throw new WebApplicationException(410);
            }
            return location.getPath().endsWith("/1") ? "today at " + location.getPath() : null;
        }

        @POST
        @Path("whole")
        @IdempotentOperation(name = "whole", reread = "state")
        public Response whole() {
            return created();
        }

        @GET
        @Path("state")
        public Response state() {
            return Response.status(203).entity("state").build();
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart(String name, String value) {
        server.close();
        server = TestServer.with(Map.of(name, value), cards);
    }

    private Answer first(String path) {
        Answer first = server.post("/cards/" + path, key, "");
        assertThat(first.text()).isEqualTo(CARD);
        assertThat(server.record(path, key).orElseThrow().outcome().orElseThrow())
                .asString()
                .contains("body=null")
                .doesNotContain(CARD);
        return first;
    }

    @Test
    void aRepeatGetsThePointer() {
        first("pointer");

        Answer repeat = server.post("/cards/pointer", key, "");

        assertThat(repeat.status()).isEqualTo(409);
        assertThat(repeat.code()).isEqualTo("response-not-retained");
        assertThat(repeat.header("Location")).endsWith("/api/cards/1");
        assertThat(repeat.all("Idempotency-Key-Expires")).hasSize(1);
        assertThat(repeat.all("Idempotency-Response-Digest")).isEmpty();
        assertThat(repeat.all("X-Card")).isEmpty();
        assertThat(cards.runs).hasValue(1);
    }

    @Test
    void orTheDigest() {
        first("digest");

        Answer repeat = server.post("/cards/digest", key, "");

        assertThat(repeat.code()).isEqualTo("response-not-retained");
        assertThat(repeat.header("Idempotency-Response-Digest"))
                .isEqualTo("sha-256=:s/hGspPOwIHwdAvarsvqOHdUlDueL/bYO4tFnRu7Q6w=:");
        assertThat(repeat.all("Location")).isEmpty();
    }

    @Test
    void ofARefusalTheStatusAndNoReading() {
        first("declined");

        Answer repeat = server.post("/cards/declined", key, "");

        assertThat(repeat.code()).isEqualTo("response-not-retained");
        assertThat(repeat.json().getString("detail")).contains("answered with status 402");
    }

    @Test
    void anAnswerWithoutBodyIsReplayed() {
        server.post("/cards/none", key, "");

        Answer repeat = server.post("/cards/none", key, "");

        assertThat(repeat.status()).isEqualTo(204);
        assertThat(repeat.isReplay()).isTrue();
        assertThat(repeat.header("ETag")).isEqualTo("\"v1\"");
        assertThat(cards.runs).hasValue(1);
    }

    @Test
    void orWhatTheReReadMethodReturns() {
        first("reread");

        Answer repeat = server.post("/cards/reread", key, "");

        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.isReplay()).isTrue();
        assertThat(repeat.text()).isEqualTo("today at /api/cards/1");
        assertThat(repeat.header("Location")).endsWith("/api/cards/1");
        assertThat(cards.runs).hasValue(1);
    }

    @Test
    void whatItThrowsIsTheApplications() {
        first("reread");
        cards.gone = true;

        assertThat(server.post("/cards/reread", key, "").status()).isEqualTo(410);
    }

    @Test
    void whereItReadsNothingThePointerIsLeft() {
        cards.runs.set(6);
        first("reread");

        Answer repeat = server.post("/cards/reread", key, "");

        assertThat(repeat.code()).isEqualTo("response-not-retained");
        assertThat(repeat.header("Location")).endsWith("/api/cards/7");
    }

    @Test
    void itAlsoReadsWhatWasTooLarge() {
        restart("idempotency.http.max-response-size", "10");
        server.post("/cards/whole", key, "");

        Answer repeat = server.post("/cards/whole", key, "");

        assertThat(repeat.status()).isEqualTo(203);
        assertThat(repeat.text()).isEqualTo("state");
        assertThat(cards.runs).hasValue(1);
    }

    @Test
    void theSettingOfOneOperationStandsAboveItsAnnotation() {
        restart("idempotency.operation.\"whole\".retained", "pointer");
        first("whole");

        restart("idempotency.operation.\"pointer\".retained", "whole");
        server.post("/cards/pointer", key, "");
        assertThat(server.post("/cards/pointer", key, "").text()).isEqualTo(CARD);
    }

    @Test
    void theSettingOfAllIsTheDefault() {
        restart("idempotency.retained", "digest");
        first("whole");
    }

    @Test
    void thePolicySaysSo() {
        assertThat(server.raw("GET", "/idempotency-policy", new byte[0]).json().getJsonArray("operations"))
                .filteredOn(each -> each.asJsonObject().getString("name").equals("reread"))
                .isNotEmpty() // one for each start of this JVM
                .allSatisfy(each -> {
                    assertThat(each.asJsonObject().getString("retained")).isEqualTo("pointer");
                    assertThat(each.asJsonObject().getBoolean("rereads")).isTrue();
                });
    }
}
