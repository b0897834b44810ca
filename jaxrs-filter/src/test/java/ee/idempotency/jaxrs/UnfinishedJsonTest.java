// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnfinishedJsonTest {

    private static final String UNFINISHED = "{\"x\":[";

    private final Shop shop = new Shop();
    private TestServer server = TestServer.of(shop);

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer post(String body, String... headers) {
        return server.post("/shop/text", "one", body, headers);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    @Requirement("H25")
    void claimsNothing() {
        for (String type : new String[] {
            "application/json",
            "Application/JSON; charset=UTF-8",
            "application/json; charset=windows-1252",
            "application/json; charset=none",
            "application/merge-patch+json",
            "text/json",
            "x/json"
        }) {
            Answer answer = post(UNFINISHED, "Content-Type: " + type);

            assertThat(answer.status()).as(type).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("body-malformed");
        }
        assertThat(server.store.claims).isEmpty();
        assertThat(shop.runs).hasValue(0);
    }

    @Test
    @Requirement("H25")
    void isJsonOnlyByItsType() {
        assertThat(post(UNFINISHED, "Content-Type: text/plain").text()).isEqualTo("run 1 of " + UNFINISHED);
    }

    @Test
    @Requirement("H25")
    void isSeenThroughACompression() throws Exception {
        Answer answer = server.send(
                "POST",
                "/shop/text",
                "one",
                gzip(UNFINISHED),
                "Content-Type: application/json",
                "Content-Encoding: gzip");
        Answer bomb = server.send(
                "POST",
                "/shop/text",
                "one",
                gzip("[" + " ".repeat(2_000_000) + "]"),
                "Content-Type: application/json",
                "Content-Encoding: gzip");

        assertThat(answer.code()).isEqualTo("body-malformed");
        assertThat(bomb.code()).isEqualTo("request-too-large");
        assertThat(server.send(
                                "POST",
                                "/shop/text",
                                "one",
                                gzip("[]"),
                                "Content-Type: application/json",
                                "Content-Encoding: gzip")
                        .status())
                .isEqualTo(200);
    }

    /** JAX-RS runtimes decode by the first line alone, and Jersey also what has no header of zlib. */
    @Test
    @Requirement("H25")
    void isSeenThroughEveryCodingThatARuntimeDecodes() throws Exception {
        Answer twoLines = send(gzip(UNFINISHED), "Content-Encoding: gzip", "Content-Encoding: identity");
        Answer list = send(gzip(UNFINISHED), "Content-Encoding: GZIP, identity");

        assertThat(List.of(twoLines.code(), list.code())).containsOnly("body-malformed");
        for (boolean isBare : new boolean[] {true, false}) {
            assertThat(send(deflate(UNFINISHED, isBare), "Content-Encoding: deflate")
                            .code())
                    .isEqualTo("body-malformed");
            assertThat(send(deflate("[]", isBare), "Content-Encoding: deflate").status())
                    .isEqualTo(200);
        }
        assertThat(server.store.claims).hasSize(2);
    }

    private Answer send(byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/json";
        return server.send("POST", "/shop/text", UUID.randomUUID().toString(), body, all);
    }

    /** Open Liberty uncompresses requests itself and leaves the header as it was. */
    @Test
    @Requirement("H25")
    void isSeenWhereTheServerHasUncompressedTheBody() throws Exception {
        for (String coding : new String[] {"gzip", "x-gzip", "deflate", "gzip, identity"}) {
            assertThat(send(UNFINISHED.getBytes(StandardCharsets.UTF_8), "Content-Encoding: " + coding)
                            .code())
                    .as(coding)
                    .isEqualTo("body-malformed");
            assertThat(send("[]".getBytes(StandardCharsets.UTF_8), "Content-Encoding: " + coding)
                            .status())
                    .as(coding)
                    .isEqualTo(200);
        }
    }

    private static byte[] deflate(String text, boolean isBare) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, isBare);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(bytes, deflater)) {
            deflate.write(text.getBytes(StandardCharsets.UTF_8));
        }
        deflater.end();
        return bytes.toByteArray();
    }

    /** Each takes a call of the platform's decoder by itself: 10,000 were more than a stack holds. */
    @Test
    @Requirement("H25")
    void isNotHiddenBehindEmptyMembers() throws Exception {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 90; i++) {
            members.write(gzip(""));
        }
        members.write(gzip("[]"));
        Answer few = send(members.toByteArray(), "Content-Encoding: gzip");
        for (int i = 0; i < 10_000; i++) {
            members.write(gzip(""));
        }
        Answer many = send(members.toByteArray(), "Content-Encoding: gzip");

        assertThat(few.status()).isEqualTo(200);
        assertThat(many.status()).isEqualTo(400);
        assertThat(many.code()).isEqualTo("body-malformed");
        assertThat(server.store.claims).hasSize(1);
    }

    @Test
    @Requirement("H25")
    void reachesTheResourceWhereTheSwitchIsOff() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.unfinished-json", "pass"), shop);

        assertThat(post(UNFINISHED, "Content-Type: application/json").text()).isEqualTo("run 1 of " + UNFINISHED);
    }
}
