// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static ee.idempotency.it.Http.FORM;
import static ee.idempotency.it.Http.JSON;
import static ee.idempotency.it.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a client of the example sees, on whatever server and database it runs. */
abstract class ChargesContract {

    private static final String CHARGES = "v1/charges";
    private static final String ORDERS = "api/orders";

    abstract Http http();

    @Test
    @Requirement("H1")
    @Requirement("H2")
    void replaysAChargeByteForByte() {
        String key = newKey();
        HttpResponse<byte[]> first = charge(key, 1999);
        HttpResponse<byte[]> repeat = charge(key, 1999);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(repeat.headers().allValues("Content-Type"))
                .isEqualTo(first.headers().allValues("Content-Type"))
                .hasSize(1);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(json(repeat).getInt("amount")).isEqualTo(1999);
    }

    @Test
    @Requirement("H3")
    @Requirement("C14")
    void refusesAnotherPayloadUnderTheSameKey() {
        String key = newKey();
        charge(key, 1999);
        HttpResponse<byte[]> reused = charge(key, 2999);

        assertProblem(reused, 422, "key-reused", "Idempotency-Key is already used");
    }

    @Test
    @Requirement("H5")
    @Requirement("H9")
    void refusesARequestWithoutAKey() {
        HttpResponse<byte[]> refused = http().postWithoutKey(CHARGES, FORM, "amount=1&currency=eur");

        assertProblem(refused, 400, "key-missing", "Idempotency-Key is missing");
        assertThat(refused.headers().allValues("Link")).anyMatch(link -> link.contains("rel=\"describedby\""));
    }

    @Test
    @Requirement("H5")
    @Requirement("K7")
    void refusesMalformedKeysWithoutAnErrorOfTheServer() {
        for (String malformed : List.of("\"open", "\"a\", \"b\"", "\"" + "k".repeat(256) + "\"", "\"\"", "a b")) {
            HttpResponse<byte[]> refused = http().post(CHARGES, malformed, FORM, "amount=1&currency=eur");
            assertThat(refused.statusCode()).as(malformed).isEqualTo(400);
            assertThat(json(refused).getString("code")).as(malformed).isEqualTo("key-invalid");
        }
    }

    @Test
    @Requirement("K7")
    void takesTheQuotedAndTheBareFormOfAKeyForTheSame() {
        String key = newKey();
        HttpResponse<byte[]> bare = charge(key, 5);
        HttpResponse<byte[]> quoted = charge('"' + key + '"', 5);

        assertThat(quoted.body()).isEqualTo(bare.body());
    }

    @Test
    @Requirement("K3")
    void keepsMerchantsApart() {
        String key = newKey();
        String form = "amount=700&currency=eur";
        HttpResponse<byte[]> ada = http().post(CHARGES, key, FORM, form, "Authorization", "Bearer sk_test_ada");
        HttpResponse<byte[]> bob = http().post(CHARGES, key, FORM, form, "Authorization", "Bearer sk_test_bob");
        HttpResponse<byte[]> again = http().post(CHARGES, key, FORM, form, "Authorization", "Bearer sk_test_ada");

        assertThat(bob.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(json(bob).getString("id")).isNotEqualTo(json(ada).getString("id"));
        assertThat(again.body()).isEqualTo(ada.body());
    }

    @Test
    @Requirement("H1")
    @Requirement("H13")
    void replaysAnOrderWithStatusAndLocation() {
        String key = newKey();
        String order = "{\"item\":\"te\u00e9 \uD83D\uDE00\",\"quantity\":2}";
        HttpResponse<byte[]> first = http().post(ORDERS, key, JSON, order);
        HttpResponse<byte[]> repeat = http().post(ORDERS, key, JSON, order);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).getString("item")).isEqualTo("te\u00e9 \uD83D\uDE00");
        assertThat(repeat.statusCode()).isEqualTo(201);
        assertThat(repeat.headers().firstValue("Location"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(repeat.body()).isEqualTo(first.body());
    }

    @Test
    @Requirement("H1")
    void replaysARejectionOfTheResource() {
        String key = newKey();
        HttpResponse<byte[]> first = http().post(CHARGES, key, FORM, "amount=0&currency=eur");
        HttpResponse<byte[]> repeat = http().post(CHARGES, key, FORM, "amount=0&currency=eur");

        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(repeat.statusCode()).isEqualTo(400);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(json(repeat).getJsonObject("error").getString("param")).isEqualTo("amount");
        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    @Requirement("H1")
    void refusesAQuantityThatIsNoWholeNumberInsteadOfRoundingIt() {
        for (String quantity : List.of("99999999999", "3.5", "0", "-1", "1e-999999", "null", "\"2\"x")) {
            HttpResponse<byte[]> refused =
                    http().post(ORDERS, newKey(), JSON, "{\"item\":\"tea\",\"quantity\":" + quantity + "}");
            assertThat(refused.statusCode()).as(quantity).isEqualTo(400);
        }
        HttpResponse<byte[]> whole = http().post(ORDERS, newKey(), JSON, "{\"item\":\"tea\",\"quantity\":3.0}");
        assertThat(json(whole).getInt("quantity")).isEqualTo(3);
    }

    @Test
    @Requirement("H5")
    void answersABodyThatIsNotJsonWithAClientError() {
        assertThat(http().post(ORDERS, newKey(), JSON, "{\"item\":").statusCode())
                .isBetween(400, 499);
        assertThat(http().post(ORDERS, newKey(), "text/csv", "tea").statusCode())
                .isEqualTo(415);
    }

    /** Each came past a check of the plain document; behind it a server's parser may read for ever. */
    @Test
    @Requirement("H25")
    void refusesAnUnfinishedDocumentHoweverItIsDressed() throws Exception {
        String unfinished = "{\"x\":[";
        for (String charset : List.of("utf-8", "windows-1252", "none")) {
            assertUnfinished(http().post(ORDERS, newKey(), JSON + "; charset=" + charset, unfinished));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(unfinished.getBytes(StandardCharsets.UTF_8));
        }
        for (String[] codings : List.of(new String[] {"gzip"}, new String[] {"gzip", "identity"})) {
            HttpRequest.Builder request = http().request(ORDERS)
                    .header("Content-Type", JSON)
                    .header("Idempotency-Key", newKey())
                    .POST(BodyPublishers.ofByteArray(packed.toByteArray()));
            for (String coding : codings) {
                request.header("Content-Encoding", coding);
            }
            assertUnfinished(Http.send(request));
        }
    }

    private static void assertUnfinished(HttpResponse<byte[]> refused) {
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).getString("code")).isEqualTo("body-malformed");
    }

    @Test
    @Requirement("C1")
    void runsOneOfManySimultaneousRequests() throws Exception {
        String key = newKey();
        int amount = ThreadLocalRandom.current().nextInt(10_000, 90_000_000); // others charge in the same database
        int clients = 16;
        var pool = Executors.newFixedThreadPool(clients);
        var gate = new CountDownLatch(1);
        try {
            List<Future<HttpResponse<byte[]>>> answers = IntStream.range(0, clients)
                    .mapToObj(client -> pool.submit(() -> {
                        gate.await();
                        return charge(key, amount);
                    }))
                    .toList();
            gate.countDown();
            for (Future<HttpResponse<byte[]>> answer : answers) {
                assertThat(answer.get().statusCode()).isIn(200, 409);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(chargesOf(amount)).isEqualTo(1);
    }

    @Test
    @Requirement("A1")
    void mailsOneReceiptAnOrder() {
        String path = "api/orders/" + newKey() + "/receipt";
        HttpResponse<byte[]> first = http().postWithoutKey(path, "text/plain", "ada@example.org");
        HttpResponse<byte[]> repeat = http().postWithoutKey(path, "text/plain", "ada@example.org");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(repeat).getString("mailId")).isEqualTo(json(first).getString("mailId"));
        HttpResponse<byte[]> another = http().postWithoutKey(path, "text/plain", "eve@example.org");
        assertProblem(another, 422, "key-reused", "Idempotency-Key is already used");
    }

    @Test
    @Requirement("A7")
    void settlesAMessageOnceHoweverOftenItIsDelivered() {
        String message = "api/settlements/messages/" + newKey();
        String charge = "ch_" + newKey();
        for (int delivery = 0; delivery < 3; delivery++) {
            assertThat(http().postWithoutKey(message, "text/plain", charge).statusCode())
                    .isEqualTo(204);
        }
        assertThat(json(http().get("api/settlements/" + charge)).getInt("count"))
                .isEqualTo(1);
    }

    private HttpResponse<byte[]> charge(String key, long amount) {
        return http().post(CHARGES, key, FORM, "amount=" + amount + "&currency=eur&description=a+%26+b");
    }

    private long chargesOf(int amount) {
        return json(http().get(CHARGES + "?limit=100")).getJsonArray("data").stream()
                .filter(charge -> charge.asJsonObject().getInt("amount") == amount)
                .count();
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code, String title) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.headers().firstValue("Content-Language")).contains("en");
        assertThat(json(response).getString("code")).isEqualTo(code);
        assertThat(json(response).getString("title")).isEqualTo(title);
        assertThat(json(response).getInt("status")).isEqualTo(status);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }
}
