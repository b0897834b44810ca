// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.filter.EncodingFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static final List<String> COMPARED = List.of(
            "Content-Type",
            "Content-Language",
            "Content-Encoding",
            "Location",
            "ETag",
            "Last-Modified",
            "Expires",
            "Link",
            "Vary",
            "Cache-Control",
            "X-Request-Cost");

    private final Shop shop = new Shop();
    private final String key = UUID.randomUUID().toString();
    private TestServer server = TestServer.of();

    @BeforeEach
    void start() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.headers", "X-Request-*"), shop);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void assertSame(Answer first, Answer replay) {
        assertThat(first.all("Idempotency-Replayed")).isEmpty();
        assertThat(replay.isReplay()).isTrue();
        assertThat(replay.status()).isEqualTo(first.status());
        assertThat(replay.content()).isEqualTo(first.content());
        for (String name : COMPARED) {
            assertThat(replay.all(name)).as(name).isEqualTo(first.all(name));
        }
    }

    @Test
    @Requirement("H1")
    @Requirement("H2")
    @Requirement("H13")
    void replaysStatusHeadersAndBytes() {
        String json = "{\"item\":\"tea\",\"count\":2}";
        Answer first = server.post("/shop/orders", key, json, "Content-Type: application/json");
        Answer replay = server.post("/shop/orders", key, json, "Content-Type: application/json");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().getInt("count")).isEqualTo(3);
        assertThat(first.all("Link")).hasSize(2);
        assertThat(first.header("X-Request-Cost")).isEqualTo("1");
        assertThat(replay.header("Content-Type")).isEqualTo("application/json");
        assertSame(first, replay);
        assertThat(shop.runs).hasValue(1);
    }

    @Test
    @Requirement("H14")
    void storesNeitherCookiesNorCredentialsNorAReplayMarkOfTheApplication() {
        String json = "{\"item\":\"tea\",\"count\":2}";
        Answer first = server.post("/shop/orders", key, json, "Content-Type: application/json");
        Answer replay = server.post("/shop/orders", key, json, "Content-Type: application/json");

        assertThat(first.all("Set-Cookie")).isNotEmpty();
        assertThat(first.all("Idempotency-Replayed")).isEmpty();
        assertThat(replay.all("Set-Cookie")).isEmpty();
        assertThat(replay.all("Authorization")).isEmpty();
        assertThat(Header.format(completed("POST /shop/orders").headers()))
                .doesNotContainIgnoringCase("cookie")
                .doesNotContainIgnoringCase("secret")
                .doesNotContainIgnoringCase("replayed");
    }

    @ParameterizedTest
    @Requirement("H13")
    @ValueSource(strings = {"text", "bytes", "latin1", "json-bytes", "empty-text", "stream", "form-param"})
    void replaysEveryShapeOfEntityByteForByte(String path) {
        String type = path.startsWith("form") ? "application/x-www-form-urlencoded" : "text/plain";
        Answer first = server.post("/shop/" + path, key, "a=1", "Content-Type: " + type, "X-Size: 20000");
        Answer replay = server.post("/shop/" + path, key, "a=1", "Content-Type: " + type, "X-Size: 20000");

        assertThat(first.status()).isEqualTo(200);
        assertSame(first, replay);
        assertThat(replay.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        Bytes stored = completed("POST /shop/" + path).body();
        assertThat(stored).isEqualTo(Bytes.of(first.body()));
    }

    @Test
    @Requirement("H13")
    void replaysNoContentAsNoContent() {
        Answer first = server.send("DELETE", "/shop/orders/7", key, new byte[0]);
        Answer replay = server.send("DELETE", "/shop/orders/7", key, new byte[0]);

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.all("Content-Type")).isEmpty();
        assertSame(first, replay);
        assertThat(replay.content()).isEmpty();
        assertThat(shop.runs).hasValue(1);
        assertThat(completed("DELETE /shop/orders/{id}").body()).isEqualTo(Bytes.EMPTY);
    }

    @Test
    @Requirement("H13")
    void replaysCompressedBytesWithTheirEncoding() throws Exception {
        server.close();
        server = TestServer.of(shop, EncodingFilter.class, GZipEncoder.class);
        Answer first = server.post("/shop/text", key, "tea", "Accept-Encoding: gzip");
        Answer replay = server.post("/shop/text", key, "tea", "Accept-Encoding: gzip");

        assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(first.body())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("run 1 of tea");
        assertThat(completed("POST /shop/text").body()).isEqualTo(Bytes.of(first.body()));
        assertSame(first, replay);
        assertThat(shop.runs).hasValue(1);
    }

    @Test
    @Requirement("H13")
    void aResponseFilterOfTheApplicationChangesAReplayNoSecondTime() {
        server.close();
        server = TestServer.of(shop, new Decorator());
        Answer first = server.post("/shop/text", key, "tea");
        Answer replay = server.post("/shop/text", key, "tea");

        assertThat(first.all("Link")).hasSize(1);
        assertThat(first.status()).isEqualTo(202);
        assertSame(first, replay);
        assertThat(completed("POST /shop/text").headers()).contains(new Header("Link", "<1>"));
    }

    /** Adds what differs each time. */
    private static final class Decorator implements ContainerResponseFilter {

        private int calls;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            calls++;
            response.setStatus(201 + calls);
            response.getHeaders().add("Link", "<" + calls + ">");
        }
    }

    @Test
    @Requirement("H14")
    void dropsAHeaderWithALineBreakFromRecordAndAnswer() {
        Answer first = server.post("/shop/injected", key, "");
        Answer replay = server.post("/shop/injected", key, "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.all("ETag")).isEmpty();
        assertThat(first.all("Set-Cookie")).isEmpty();
        assertSame(first, replay);
        assertThat(Header.format(completed("POST /shop/injected").headers())).doesNotContain("ETag", "evil");
    }

    @Test
    @Requirement("H14")
    void neverReplaysAHeaderThatWasDeniedSince() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.denied-headers", "Location, X-*"), shop);
        String json = "{\"item\":\"tea\",\"count\":2}";
        server.post("/shop/orders", key, json, "Content-Type: application/json");
        Answer replay = server.post("/shop/orders", key, json, "Content-Type: application/json");

        assertThat(replay.isReplay()).isTrue();
        assertThat(replay.all("Location")).isEmpty();
        assertThat(replay.all("ETag")).hasSize(1);
    }

    @Test
    @Requirement("H18")
    void doesNotBelieveAnInboundReplayMark() {
        Answer first = server.post("/shop/text", key, "tea", "Idempotency-Replayed: true");

        assertThat(first.text()).isEqualTo("run 1 of tea");
        assertThat(first.all("Idempotency-Replayed")).isEmpty();
    }

    @Test
    @Requirement("K7")
    void bareAndQuotedAreTheSameKey() {
        Answer first = server.raw("POST", "/shop/text", new byte[] {'x'}, "Idempotency-Key: charge_2024:17");
        Answer replay = server.post("/shop/text", "charge_2024:17", "x");

        assertSame(first, replay);
    }

    @Test
    @Requirement("K3")
    void callersDoNotShareAKey() {
        Answer alice = server.post("/shop/text", key, "x", "X-User: alice");
        Answer bob = server.post("/shop/text", key, "x", "X-User: bob");
        Answer nobody = server.post("/shop/text", key, "x");
        Answer again = server.post("/shop/text", key, "x", "X-User: alice");

        assertThat(List.of(alice.text(), bob.text(), nobody.text()))
                .containsExactly("run 1 of x", "run 2 of x", "run 3 of x");
        assertSame(alice, again);
    }

    @Test
    @Requirement("H15")
    void authorisationComesBeforeTheReplay() {
        server.post("/shop/text", key, "x", "X-User: alice");
        Answer revoked = server.post("/shop/text", key, "x", "X-User: alice", "X-Revoked: yes");

        assertThat(revoked.status()).isEqualTo(403);
        assertThat(revoked.content()).isEmpty();
        assertThat(revoked.all("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void tellsTheRestOfTheRequestWhatItHolds() {
        server.post("/shop/text", key, "x");

        assertThat(server.held).hasSize(1);
        assertThat(server.held.get(0).binding().operation()).isEqualTo("POST /shop/text");
    }

    private Outcome.Completed completed(String operation) {
        return (Outcome.Completed) server.record(operation, key)
                .flatMap(IdempotencyRecord::outcome)
                .orElseThrow();
    }
}
