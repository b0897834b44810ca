// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.it.http.shadow.Api;
import ee.idempotency.it.server.Server;
import ee.idempotency.tck.Requirement;
import ee.idempotency.testkit.FaultyStore;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Shadow mode on a real server: it changes no answer, whatever the store does, and finds what an application has wrong.
 */
@Order(OtherWars.ORDER)
@Tag("one-database")
@ExtendWith(OtherWars.class)
@Requirement("O8")
class ShadowIT {

    private static final String KEY = "Idempotency-Key";
    private static final Map<String, String> SETTINGS = Map.of(
            "idempotency.http.shadow", "true",
            "idempotency.http.shadow.timeout", "PT5S",
            "idempotency.http.max-request-size", "8000",
            "idempotency.http.max-response-size", "4000",
            "idempotency.sweep.enabled", "false");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Server server;

    ShadowIT(Carrier carrier) {
        server = carrier.server();
    }

    static WebArchive war() {
        WebArchive archive = Wars.libraries("shadow.war");
        archive.getContent(Filters.include(".*idempotency-(persistence|default-unit|liquibase|redis-tier).*"))
                .keySet()
                .forEach(archive::delete);
        return archive.addPackage(Api.class.getPackage())
                .addAsLibrary(Wars.jarOf(FaultyStore.class))
                .addAsResource(Wars.settings(SETTINGS), Wars.SETTINGS_FILE);
    }

    /** Status, headers but the date, and bytes. */
    private record Seen(int status, Map<String, List<String>> headers, String body) {

        static Seen of(HttpResponse<byte[]> response) {
            Map<String, List<String>> headers = new HashMap<>(response.headers().map());
            headers.remove("date");
            return new Seen(response.statusCode(), headers, new String(response.body(), StandardCharsets.ISO_8859_1));
        }
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/shadow" + path))
                .timeout(Duration.ofMinutes(1))
                .method(method, BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String operation, String body, String... headers) {
        try {
            return send("POST", "/defects/" + operation, body.getBytes(StandardCharsets.UTF_8), headers);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> found(String operation) throws Exception {
        String all = new String(send("GET", "/control", new byte[0]).body(), StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.substring(0, line.lastIndexOf(' ')).endsWith(operation))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    private void compare(String keys, int requests) throws Exception {
        Random random = new Random(13);
        for (int i = 0; i < requests; i++) {
            String path = List.of("bytes", "unread", "pieces", "later", "form", "fails")
                    .get(random.nextInt(6));
            byte[] body = new byte[random.nextInt(12_000)];
            random.nextBytes(body);
            List<String> headers = new ArrayList<>(List.of(
                    "X-Status",
                    List.of("200", "201", "204", "404", "409", "500").get(random.nextInt(6))));
            if (random.nextInt(4) > 0) {
                headers.addAll(List.of(KEY, '"' + keys + random.nextInt(20) + '"'));
            }
            headers.addAll(List.of("Content-Type", path.equals("form") ? "application/x-www-form-urlencoded" : "a/b"));
            if (path.equals("form")) {
                body = ("name=%C3%A4" + random.nextInt(9)).getBytes(StandardCharsets.UTF_8);
            }
            String[] lines = headers.toArray(String[]::new);
            assertThat(Seen.of(send("POST", "/watched/" + path, body, lines)))
                    .as("request %s to %s with %s", i, path, headers)
                    .isEqualTo(Seen.of(send("POST", "/plain/" + path, body, lines)));
        }
    }

    @Test
    void answersAreEqualWithAndWithoutItWhateverTheStoreDoes() throws Exception {
        compare("works", 600);
        assertThat(found("watched/bytes").stream().distinct())
                .contains("FRESH", "KEY_REUSED", "KEY_MISSING", "REQUEST_TOO_LARGE", "RESPONSE_NOT_RETAINED");
        assertThat(found("watched/unread")).contains("FRESH", "KEY_REUSED", "KEY_MISSING");
        assertThat(found("watched/fails")).contains("FRESH").doesNotContain("IN_PROGRESS");

        send("PUT", "/control/fails", new byte[0]);
        compare("fails", 200);
        assertThat(found("watched/later")).contains("UNAVAILABLE");

        int before = found("watched/unread").size();
        send("PUT", "/control/hangs", new byte[0]);
        compare("hangs", 12);
        send("PUT", "/control/works", new byte[0]);
        assertThat(found("watched/unread")
                        .subList(before, found("watched/unread").size()))
                .contains("UNAVAILABLE")
                .doesNotContain("FRESH");
    }

    @Test
    void anEffectThatHappensTwiceIsFound() throws Exception {
        assertThat(post("charges", "a", KEY, "\"c\"").body())
                .isNotEqualTo(post("charges", "a", KEY, "\"c\"").body());
        post("charges", "b", KEY, "\"c\"");
        post("charges", "a");
        post("charges", "a", KEY, "\"open");
        post("charges", "x".repeat(9000), KEY, "\"large\"");
        send("POST", "/defects/charges", "[1".getBytes(StandardCharsets.UTF_8), KEY, "j", "Content-Type", "text/json");

        assertThat(found("charge"))
                .containsExactly(
                        "FRESH",
                        "REPLAY",
                        "ANSWER_DIFFERS",
                        "KEY_REUSED",
                        "KEY_MISSING",
                        "KEY_INVALID",
                        "REQUEST_TOO_LARGE",
                        "BODY_MALFORMED");
    }

    @Test
    void anAnswerWithTheTimeIsFound() throws Exception {
        post("quotes", "a", KEY, "\"q\"");
        post("quotes", "a", KEY, "\"q\"");

        assertThat(found("quoted")).containsExactly("FRESH", "REPLAY", "ANSWER_DIFFERS");
    }

    /** Neither is answered before both are inside. */
    @Test
    void twoAtOnceAreFound() throws Exception {
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(
                () -> post("pairs", "a", KEY, "\"p\"").statusCode());
        assertThat(post("pairs", "a", KEY, "\"p\"").statusCode()).isEqualTo(200);
        assertThat(one.join()).isEqualTo(200);

        assertThat(found("pair")).containsExactlyInAnyOrder("FRESH", "IN_PROGRESS");
    }

    @Test
    void answersThatAreMadeLaterOrTooLargeAreFound() throws Exception {
        post("mails", "a", KEY, "\"m\"");
        post("reports", "a", KEY, "\"r\"");

        assertThat(found("mail")).containsExactly("FRESH", "ASYNCHRONOUS");
        assertThat(found("report")).containsExactly("FRESH", "RESPONSE_NOT_RETAINED");
    }
}
