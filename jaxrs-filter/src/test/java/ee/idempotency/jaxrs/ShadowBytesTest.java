// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.ShadowFinding;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The same random requests to the same resource, once in shadow mode and once without this library. */
@Requirement("O8")
class ShadowBytesTest {

    private static final Map<String, String> SHADOW = Map.of(
            "idempotency.http.protect", "all",
            "idempotency.http.shadow", "true",
            "idempotency.http.shadow.timeout", "PT0.02S",
            "idempotency.http.max-request-size", "8000",
            "idempotency.http.max-response-size", "4000");

    private static final List<Integer> STATUSES = List.of(200, 201, 204, 302, 404, 409, 422, 500, 503);

    /** Answers are a function of the request, whatever ran before. */
    @Path("/echo")
    public static final class Echo {

        /** Reads all. */
        @POST
        @Path("bytes")
        public Response bytes(@HeaderParam("X-Status") int status, byte[] body) {
            return Response.status(status).header("ETag", "\"e\"").entity(body).build();
        }

        /** Reads nothing. */
        @POST
        @Path("unread")
        public Response unread(@HeaderParam("X-Status") int status) {
            return Response.status(status).header("X-Cost", 7).build();
        }

        /** Reads a part, and answers in pieces. */
        @POST
        @Path("pieces")
        public StreamingOutput pieces(@HeaderParam("X-Status") int size, InputStream body) throws Exception {
            byte[] start = body.readNBytes(size);
            return out -> {
                out.write(start);
                out.flush();
                out.write(Arrays.copyOf(start, 3000));
            };
        }

        /** Fails without a mapper, or after its first bytes. */
        @POST
        @Path("fails")
        public Response fails(@HeaderParam("X-Status") int status) {
            if (status < 300) {
                throw new IllegalStateException("nobody maps this");
            }
            return Response.ok((StreamingOutput) out -> {
                        out.write(status);
                        throw new IllegalStateException("half written");
                    })
                    .build();
        }
    }

    private final TestServer plain = TestServer.of(new Echo());
    private final TestServer shadowed = TestServer.with(SHADOW, new Echo());

    private void compare(int requests) {
        Random random = new Random(8);
        for (int i = 0; i < requests; i++) {
            String path =
                    "/echo/" + List.of("bytes", "unread", "pieces", "fails").get(random.nextInt(4));
            byte[] body = new byte[random.nextInt(12_000)];
            random.nextBytes(body);
            String[] headers = {
                "X-Status: " + STATUSES.get(random.nextInt(STATUSES.size())),
                random.nextInt(4) > 0 ? "Idempotency-Key: \"k" + random.nextInt(30) + "\"" : "X-None: 1",
                random.nextInt(9) == 0 ? "Idempotency-Key: \"more\"" : "X-None: 2",
                "Content-Type: "
                        + List.of("text/plain", "application/json", "application/x-www-form-urlencoded")
                                .get(random.nextInt(3))
            };
            assertThat(undated(shadowed.raw("POST", path, body, headers)))
                    .as("request %s to %s with %s", i, path, List.of(headers))
                    .isEqualTo(undated(plain.raw("POST", path, body, headers)));
        }
        plain.close();
        shadowed.close();
    }

    private static Answer undated(Answer answer) {
        List<String> lines = answer.headers().stream()
                .filter(line -> !line.startsWith("Date:"))
                .toList();
        return new Answer(answer.status(), lines, answer.content());
    }

    @Test
    void answersAreEqualByteByByte() {
        compare(400);
        assertThat(shadowed.found)
                .contains(
                        ShadowFinding.FRESH,
                        ShadowFinding.KEY_REUSED,
                        ShadowFinding.KEY_MISSING,
                        ShadowFinding.KEY_INVALID,
                        ShadowFinding.REQUEST_TOO_LARGE,
                        ShadowFinding.RESPONSE_NOT_RETAINED);
    }

    @Test
    void andWhileTheStoreFails() {
        shadowed.store.beforeClaim = () -> {
            throw new StoreUnavailableException("away", null);
        };
        compare(100);
        assertThat(shadowed.found).contains(ShadowFinding.UNAVAILABLE).doesNotContain(ShadowFinding.FRESH);
    }

    @Test
    void andWhileTheStoreHangs() {
        CountDownLatch recovered = new CountDownLatch(1);
        Consumer<CountDownLatch> hang = latch -> {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        };
        shadowed.store.beforeClaim = () -> hang.accept(recovered);
        try {
            compare(100);
        } finally {
            recovered.countDown();
        }
        assertThat(shadowed.found).contains(ShadowFinding.UNAVAILABLE).doesNotContain(ShadowFinding.FRESH);
    }
}
