// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.http.war.Witness;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One piece of work, with a key of its own, in one mode; and what a client and an observer see of it. */
final class Trial {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final OneNode.Running node;
    private final String mode;
    final String key = "key-" + UUID.randomUUID();
    final String work = "work-" + UUID.randomUUID();

    Trial(OneNode.Running node, String mode) {
        this.node = node;
        this.mode = mode;
    }

    HttpResponse<String> post(String action, String... headers) {
        return later(action, work, headers).join();
    }

    CompletableFuture<HttpResponse<String>> later(String action, String body, String... headers) {
        HttpRequest.Builder request = request("/" + mode + "/" + action)
                .header("Content-Type", "text/plain")
                .header("Idempotency-Key", key)
                .header("X-Key", key)
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(node.uri(path)).timeout(Duration.ofMinutes(3));
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
    }

    String get(String path) {
        HttpResponse<String> response = send(request(path).GET()).join();
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
        return response.body();
    }

    /** Waits until a request stands at the gate. */
    void awaitReached(String gate) {
        get("/gates/" + gate);
    }

    void open(String gate) {
        send(request("/gates/" + gate).PUT(BodyPublishers.noBody())).join();
    }

    long effects() {
        return effects(work);
    }

    long effects(String other) {
        return Long.parseLong(get("/witness/effects/" + other));
    }

    String state() {
        return get("/witness/records/" + key);
    }

    /** How many rows a statement changed, or why the database refuses it. */
    String sql(String statement, String parameter) {
        String call =
                Json.createArrayBuilder().add(statement).add(parameter).build().toString();
        return send(request("/records/sql").header("Content-Type", "text/plain").POST(BodyPublishers.ofString(call)))
                .join()
                .body();
    }

    /** The answer is stored: its repeat is the same to the byte, and has no effect. */
    void assertStored(HttpResponse<String> first, String action, String... headers) {
        long effects = effects();
        assertThat(state()).isEqualTo("[COMPLETED]");
        HttpResponse<String> repeat = post(action, headers);
        assertThat(isReplay(first)).isFalse();
        assertThat(isReplay(repeat)).isTrue();
        assertThat(repeat.statusCode()).isEqualTo(first.statusCode());
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(effects()).isEqualTo(effects);
    }

    /** Nothing was done and nothing is stored: the key is free for another run. */
    void assertUndone() {
        assertThat(effects()).isZero();
        assertThat(state()).isEqualTo("FREE");
    }

    /** No thread of the server is inside a transaction. */
    void assertNoTransactionIsLeft() {
        List<CompletableFuture<HttpResponse<String>>> all = Stream.generate(
                        () -> send(request("/witness/threads").GET()))
                .limit(Witness.THREADS)
                .toList();
        List<String> threads = all.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::body)
                .toList();
        assertThat(threads).doesNotHaveDuplicates().allMatch(thread -> thread.endsWith(" has status 6"));
    }

    static boolean isReplay(HttpResponse<String> response) {
        return response.headers().firstValue("Idempotency-Replayed").isPresent();
    }

    /** The code of a problem. */
    static String code(HttpResponse<String> response) {
        return member(response, "code");
    }

    /** A member of a problem. */
    static String member(HttpResponse<String> response, String name) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return Json.createReader(new StringReader(response.body())).readObject().getString(name);
    }
}
