// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not just a text, on a real server. */
@Tag("jax-rs")
@ExtendWith(OneNode.class)
class ShapesIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String key = UUID.randomUUID().toString();
    private final OneNode.Running node;

    ShapesIT(OneNode.Running node) {
        this.node = node;
    }

    private HttpResponse<String> send(String method, String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.uri("/shapes" + path))
                .timeout(Duration.ofMinutes(1))
                .header("Idempotency-Key", key)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send("POST", path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertReplay(HttpResponse<String> first, HttpResponse<String> second, String seen) {
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).startsWith(seen + " ");
        assertThat(Trial.isReplay(second)).isTrue();
        assertThat(second.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @Requirement("H16")
    @Requirement("K6")
    @ValueSource(strings = {"/fields", "/form"})
    void aFormIsThereForTheResource(String path) throws Exception {
        String form = "a=%C3%A9&b=1&b=2+3";

        assertReplay(post(path, FORM, form), post(path, FORM, form), "\u00e9[1, 2 3]");
        assertThat(Trial.code(post(path, FORM, form + "4"))).isEqualTo("key-reused");
    }

    @Test
    @Requirement("K6")
    void partsAreThereForTheResourceAndTheirBoundaryMeansNothing() throws Exception {
        HttpResponse<String> first = post("/parts", "multipart/form-data; boundary=one", parts("one", "tea"));
        HttpResponse<String> second = post("/parts", "multipart/form-data; boundary=other", parts("other", "tea"));

        assertReplay(first, second, "a=teab=1");
        assertThat(Trial.code(post("/parts", "multipart/form-data; boundary=one", parts("one", "coffee"))))
                .isEqualTo("key-reused");
    }

    private static String parts(String boundary, String a) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + a + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--" + boundary + "--\r\n";
    }

    @Test
    @Requirement("K6")
    void aCompressedBodyIsThereForTheResource() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("tea".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> first = gzipped(compressed);

        assertReplay(first, gzipped(compressed), "tea".repeat(1000));
        assertThat(Trial.code(post("", "text/plain", "tea".repeat(1000)))).isEqualTo("key-reused");
    }

    private HttpResponse<String> gzipped(ByteArrayOutputStream body) throws Exception {
        return send("POST", "", "text/plain", body.toByteArray(), "Content-Encoding", "gzip");
    }

    @Test
    @Requirement("H10")
    void aSubResourceIsProtected() throws Exception {
        assertReplay(post("/sub/7/lines", "text/plain", "x"), post("/sub/7/lines", "text/plain", "x"), "7x");
        assertThat(Trial.code(post("/sub/8/lines", "text/plain", "x"))).isEqualTo("key-reused");
    }

    @ParameterizedTest
    @Requirement("H10")
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void safeMethodsPassWhateverTheKey(String method) throws Exception {
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = send(method, "", "text/plain", new byte[0]);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Trial.isReplay(answer)).isFalse();
            assertThat(answer.headers().firstValue("Idempotency-Key-Expires")).isEmpty();
        }
    }
}
