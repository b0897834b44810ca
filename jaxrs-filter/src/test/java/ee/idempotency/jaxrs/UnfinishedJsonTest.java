// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
            "application/json", "Application/JSON; charset=UTF-8", "application/merge-patch+json", "text/json"
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

    @Test
    @Requirement("H25")
    void reachesTheResourceWhereTheSwitchIsOff() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.unfinished-json", "pass"), shop);

        assertThat(post(UNFINISHED, "Content-Type: application/json").text()).isEqualTo("run 1 of " + UNFINISHED);
    }
}
