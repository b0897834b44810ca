// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.KeyPolicy;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operations that take only keys which the server has issued. */
@Requirement("O2")
class IssuedKeysTest {

    private static final Map<String, String> SETTINGS =
            Map.of("idempotency.issued.keys", "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY=");
    private static final Duration OVER = Duration.ofMinutes(65).plusMillis(1);

    private final Payments payments = new Payments();
    private TestServer server = TestServer.with(SETTINGS, payments);

    /** Counts what it does. */
    @Path("/payments")
    public static class Payments {

        final AtomicInteger runs = new AtomicInteger();
        volatile int status = 201;

        @POST
        @Path("pay")
        @IdempotentOperation(name = "pay", keyPolicy = KeyPolicy.ISSUED)
        public Response pay() {
            return Response.status(status)
                    .entity("run " + runs.incrementAndGet())
                    .build();
        }

        @POST
        @Path("refund")
        @IdempotentOperation(name = "refund", keyPolicy = KeyPolicy.ISSUED)
        public String refund() {
            return "run " + runs.incrementAndGet();
        }
    }

    /** Keeps too short. */
    @Path("/short")
    public static class ShortLived {

        @POST
        @IdempotentOperation(name = "short", keyPolicy = KeyPolicy.ISSUED, retention = "PT69M")
        public String run() {
            return "";
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String issue(String operation) {
        Answer answer = server.raw("POST", "/idempotency-keys?operation=" + operation, new byte[0]);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().getString("expires")).isEqualTo("2026-01-02T04:04:05.678Z");
        return answer.json().getString("key");
    }

    private void assertRefused(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void oneIsGoodForOneRunAndItsRepeats() {
        String key = issue("pay");
        assertThat(server.store.claims).as("nothing is stored until it is used").isEmpty();

        assertThat(server.post("/payments/pay", key, "").text()).isEqualTo("run 1");
        assertThat(server.post("/payments/pay", key, "").text()).isEqualTo("run 1");
        assertThat(server.post("/payments/pay", issue("pay"), "").text()).isEqualTo("run 2");
    }

    @Test
    void noOtherKeyIsTakenAndNothingIsClaimed() {
        assertRefused(server.post("/payments/pay", "of-the-client", ""), "key-invalid");
        assertRefused(server.raw("POST", "/payments/pay", new byte[0]), "key-missing");
        assertRefused(server.post("/payments/refund", issue("pay"), ""), "key-invalid");

        String key = issue("pay");
        server.caller = "bob";
        assertRefused(server.post("/payments/pay", key, ""), "key-invalid");
        server.caller = null;
        server.tenant = "other";
        assertRefused(server.post("/payments/pay", key, ""), "key-invalid");

        assertThat(server.store.claims).isEmpty();
        assertThat(payments.runs).hasValue(0);
    }

    @Test
    void oneThatIsOverBeginsNothingButIsReplayed() {
        String used = issue("pay");
        String unused = issue("pay");
        server.post("/payments/pay", used, "");
        int claims = server.store.claims.size();

        server.later = OVER;

        assertRefused(server.post("/payments/pay", unused, ""), "key-expired");
        assertThat(server.store.claims).hasSize(claims);
        assertThat(server.post("/payments/pay", used, "").text()).isEqualTo("run 1");
        assertThat(payments.runs).hasValue(1);
    }

    @Test
    void withinTheSkewItIsNotOver() {
        String key = issue("pay");
        server.later = OVER.minusMillis(1);

        assertThat(server.post("/payments/pay", key, "").text()).isEqualTo("run 1");
    }

    /** The node stood still between the look at the key and the claim: the record of an earlier run may be gone by then. */
    @Test
    void oneThatIsOverWhenItIsClaimedGivesTheClaimBack() {
        String key = issue("pay");
        server.store.beforeClaim = () -> server.later = OVER;

        assertRefused(server.post("/payments/pay", key, ""), "key-expired");

        assertThat(payments.runs).hasValue(0);
        assertThat(server.record("pay", key)).isEmpty();
    }

    @Test
    void anAnswerThatIsNoOutcomeGivesItBack() {
        String key = issue("pay");
        payments.status = 503;
        server.post("/payments/pay", key, "");
        payments.status = 201;

        assertThat(server.post("/payments/pay", key, "").text()).isEqualTo("run 2");
    }

    @Test
    void aRecordOutlivesItsKey() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("idempotency.retention", "PT70M");
        server.close();
        server = TestServer.with(settings, payments);
        server.post("/payments/pay", issue("pay"), "");

        assertThat(server.store.claims)
                .singleElement()
                .satisfies(claim -> assertThat(claim.retention()).isEqualTo(Duration.ofMinutes(70)));
        assertThatThrownBy(() -> TestServer.with(SETTINGS, new ShortLived()))
                .hasStackTraceContaining("the retention PT1H9M must be at least PT1H10M");
    }

    @Test
    void whereNoneAreIssuedNoneAreToBeHadAndNoOperationMayAskForThem() {
        assertThatThrownBy(() -> TestServer.of(payments))
                .hasStackTraceContaining("keyPolicy ISSUED needs idempotency.issued.keys, and there are none");

        server.close();
        server = TestServer.of(new Shop());
        assertThat(server.raw("POST", "/idempotency-keys?operation=pay", new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anOperationIsToBeNamed() {
        assertThat(server.raw("POST", "/idempotency-keys", new byte[0]).status())
                .isEqualTo(400);
    }

    @Test
    void whatIsSubmittedSeveralTimesAtOnceRunsOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (int token = 1; token <= 20; token++) {
                String key = issue("pay");
                List<Callable<Answer>> submits = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    submits.add(() -> server.post("/payments/pay", key, ""));
                }
                for (Future<Answer> answer : clients.invokeAll(submits)) {
                    assertThat(answer.get().status()).isIn(201, 409);
                }
                assertThat(payments.runs).hasValue(token);
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
