// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.SignatureRefusedException;
import ee.idempotency.tck.Requirement;
import ee.idempotency.webhooks.WebhookScheme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vectors of the senders, and what must not pass. */
@Requirement("O13")
class SchemesTest {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Processor time that measuring itself may take. */
    private static final long NOISE = 60_000_000;

    private static final WebhookScheme GITHUB = new GitHubScheme();
    /** "Validating webhook deliveries", GitHub Docs. */
    private static final String GITHUB_SECRET = "It's a Secret to Everybody";

    private static final String GITHUB_SIGNATURE =
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    private static final Signed HELLO = new Signed("Hello, World!", "X-Hub-Signature-256: " + GITHUB_SIGNATURE);

    private static final WebhookScheme STANDARD = new StandardScheme();
    /** The vector of all reference libraries of Standard Webhooks. */
    private static final String STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Instant STANDARD_TIME = Instant.ofEpochSecond(1614265330);
    private static final String STANDARD_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Signed MESSAGE = new Signed(
            "{\"test\": 2432232314}",
            "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp: 1614265330",
            "webhook-signature: " + STANDARD_SIGNATURE);

    private static final WebhookScheme STRIPE = new StripeScheme();
    private static final String STRIPE_SECRET = "whsec_test_secret";
    private static final Instant STRIPE_TIME = Instant.ofEpochSecond(1492774577);
    /** The fixture of Stripe's libraries. */
    private static final String EVENT = "{\n  \"id\": \"evt_test_webhook\",\n  \"object\": \"event\"\n}";

    /** The vector of the tests of Stripe's own library for .NET. */
    private static final Signed STRIPE_VECTOR = new Signed(
            """
            {
              "id": "evt_123",
              "object": "event",
              "account": "acct_123",
              "api_version": "2017-05-25",
              "created": 1533204620,
              "data": {
                "object": {
                  "id": "cus_123",
                  "object": "customer",
                  "created": 123456789,
                  "email": "test@stripe.com",
                  "livemode": false,
                  "metadata": {}
                }
              },
              "livemode": false,
              "pending_webhooks": 1,
              "request": {
                "id": "req_123",
                "idempotency_key": "idempotency-key-123"
              },
              "type": "customer.created"
            }
            """,
            "Stripe-Signature: t=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7,"
                    + "v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef");

    private static final Signed STRIPE_EVENT =
            new Signed(EVENT, "Stripe-Signature: t=1492774577,v1=" + stripe("1492774577", STRIPE_SECRET));

    /** By the JDK alone, not by the code that is tested. */
    private static String stripe(String time, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((time + "." + EVENT).getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void accept(WebhookScheme scheme, Signed request, Instant now, String... secrets) {
        assertThatCode(() -> verify(scheme, request, now, secrets)).doesNotThrowAnyException();
    }

    private static void refuse(WebhookScheme scheme, Signed request, Instant now, String secret, String why) {
        assertThatThrownBy(() -> verify(scheme, request, now, secret))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining(why);
    }

    private static void verify(WebhookScheme scheme, Signed request, Instant now, String... secrets) {
        List<byte[]> keys =
                java.util.Arrays.stream(secrets).map(scheme::secretOf).toList();
        scheme.verify(request, keys, now, TOLERANCE);
    }

    @Test
    void theVectorOfGitHubPasses() {
        accept(GITHUB, HELLO, Instant.EPOCH, GITHUB_SECRET);
        accept(GITHUB, HELLO, Instant.EPOCH, "another", GITHUB_SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e",
                "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=",
                "sha256=\u0660",
            })
    void otherSignaturesOfGitHubDoNot(String signature) {
        refuse(GITHUB, HELLO.with("X-Hub-Signature-256", signature), Instant.EPOCH, GITHUB_SECRET, "signature");
    }

    @Test
    void aBodyASecretOrTheNumberOfLinesMustNotDiffer() {
        refuse(GITHUB, HELLO.withBody("Hello, World"), Instant.EPOCH, GITHUB_SECRET, "for this body");
        refuse(GITHUB, HELLO, Instant.EPOCH, "It's a secret to everybody", "of this sender");
        refuse(GITHUB, HELLO.with("X-Hub-Signature-256"), Instant.EPOCH, GITHUB_SECRET, "has 0 lines");
        refuse(
                GITHUB,
                HELLO.with("X-Hub-Signature-256", GITHUB_SIGNATURE, GITHUB_SIGNATURE),
                Instant.EPOCH,
                GITHUB_SECRET,
                "has 2 lines");
        refuse(GITHUB, HELLO.with("X-Hub-Signature-256", "x".repeat(5000)), Instant.EPOCH, GITHUB_SECRET, "too long");
    }

    @Test
    void theVectorOfStandardWebhooksPasses() {
        accept(STANDARD, MESSAGE, STANDARD_TIME, STANDARD_SECRET);
        accept(STANDARD, MESSAGE, STANDARD_TIME, STANDARD_SECRET.substring("whsec_".length()));
        accept(STANDARD, MESSAGE, STANDARD_TIME.plus(TOLERANCE), STANDARD_SECRET);
        accept(STANDARD, MESSAGE, STANDARD_TIME.minus(TOLERANCE), STANDARD_SECRET);
        String other = "Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
        accept(
                STANDARD,
                MESSAGE.with("webhook-signature", "v1," + other + " v2," + other + " " + STANDARD_SIGNATURE + " v1,?"),
                STANDARD_TIME,
                STANDARD_SECRET);
    }

    @Test
    void aMessageIsNeitherOldNorFromTheFuture() {
        Instant later = STANDARD_TIME.plus(TOLERANCE).plusMillis(1);
        refuse(STANDARD, MESSAGE, later, STANDARD_SECRET, "more than PT5M ago");
        refuse(STANDARD, MESSAGE, STANDARD_TIME.minus(TOLERANCE).minusMillis(1), STANDARD_SECRET, "in the future");
        refuse(STANDARD, MESSAGE.with("webhook-timestamp", "1614265331"), later, STANDARD_SECRET, "signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v1,dawfeoifkpqwoekfpqoekf", "v1,", "v1,g0hM9", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
            })
    void otherSignaturesOfStandardWebhooksDoNot(String signature) {
        refuse(STANDARD, MESSAGE.with("webhook-signature", signature), STANDARD_TIME, STANDARD_SECRET, "signature");
    }

    @Test
    void theIdAndTheTimeAreSigned() {
        refuse(STANDARD, MESSAGE.with("webhook-id", "msg_2"), STANDARD_TIME, STANDARD_SECRET, "signature");
        refuse(STANDARD, MESSAGE.with("webhook-id"), STANDARD_TIME, STANDARD_SECRET, "webhook-id");
        refuse(STANDARD, MESSAGE.with("webhook-timestamp"), STANDARD_TIME, STANDARD_SECRET, "webhook-timestamp");
        refuse(
                STANDARD,
                MESSAGE.with("webhook-timestamp", "hello"),
                STANDARD_TIME,
                STANDARD_SECRET,
                "number of seconds");
        refuse(STANDARD, MESSAGE.with("webhook-signature"), STANDARD_TIME, STANDARD_SECRET, "webhook-signature");
    }

    @Test
    void theVectorOfStripePasses() {
        accept(STRIPE, STRIPE_VECTOR, Instant.ofEpochSecond(1533204620), "webhook_secret");
        accept(STRIPE, STRIPE_EVENT, STRIPE_TIME, STRIPE_SECRET);
        accept(STRIPE, STRIPE_EVENT, STRIPE_TIME, "whsec_other", STRIPE_SECRET);
        String value = STRIPE_EVENT.header("Stripe-Signature").get(0);
        accept(STRIPE, STRIPE_EVENT.with("Stripe-Signature", value + ",v1=bad_signature"), STRIPE_TIME, STRIPE_SECRET);
        accept(STRIPE, STRIPE_EVENT.with("Stripe-Signature", "v0=1, " + value), STRIPE_TIME, STRIPE_SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad_header",
                "i'm not even a real signature header",
                "t=not_a_number,v1=somesignature",
                "t=1492774577",
                "t=1492774577,v1=",
                "v1=00",
                "t=,v1=00",
                "t=99999999999999999999,v1=00",
                "t",
                ",,="
            })
    void malformedHeadersOfStripeDoNot(String value) {
        refuse(STRIPE, STRIPE_EVENT.with("Stripe-Signature", value), STRIPE_TIME, STRIPE_SECRET, "");
    }

    @Test
    void onlyV1CountsForStripeAndOneTimeStamp() {
        String right = stripe("1492774577", STRIPE_SECRET);
        refuse(
                STRIPE,
                STRIPE_EVENT.with("Stripe-Signature", "t=1492774577,v0=" + right),
                STRIPE_TIME,
                STRIPE_SECRET,
                "signature");
        refuse(
                STRIPE,
                STRIPE_EVENT.with("Stripe-Signature", "t=1492774577,t=1492774577,v1=" + right),
                STRIPE_TIME,
                STRIPE_SECRET,
                "2 time stamps");
        refuse(
                STRIPE,
                STRIPE_EVENT.with("Stripe-Signature", "t=1492774578,v1=" + right),
                STRIPE_TIME,
                STRIPE_SECRET,
                "signature");
    }

    @Test
    void aStaleEventOfStripeDoesNotPass() {
        refuse(STRIPE, STRIPE_EVENT, STRIPE_TIME.plusSeconds(301), STRIPE_SECRET, "more than PT5M ago");
        refuse(STRIPE, STRIPE_EVENT, STRIPE_TIME.minusSeconds(301), STRIPE_SECRET, "in the future");
    }

    /** The body is digested once a secret, however many signatures there are; and they have a bound. */
    @Test
    @Requirement("H25")
    void manySignaturesCostNoMoreThanOne() {
        String body = "x".repeat(4_000_000);
        Signed one = new Signed(body, "Stripe-Signature: t=1492774577,v1=00");
        Signed many = new Signed(body, "Stripe-Signature: t=1492774577" + ",v1=00".repeat(600));
        Signed standard = new Signed(
                body,
                "webhook-id: a",
                "webhook-timestamp: 1492774577",
                "webhook-signature: " + "v1,AAAA ".repeat(500).strip());

        long least = cost(STRIPE, one, STRIPE_SECRET);
        assertThat(cost(STRIPE, many, STRIPE_SECRET)).isLessThan(3 * least + NOISE);
        assertThat(cost(STANDARD, standard, STANDARD_SECRET)).isLessThan(3 * least + NOISE);
        refuse(
                STRIPE,
                new Signed("", "Stripe-Signature: t=1492774577" + ",v1=00".repeat(100_000)),
                STRIPE_TIME,
                STRIPE_SECRET,
                "too long");
    }

    /** Processor time; the least of three, so that compiling and collecting do not count. */
    private static long cost(WebhookScheme scheme, Signed request, String secret) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = threads.getCurrentThreadCpuTime();
            refuse(scheme, request, STRIPE_TIME, secret, "signature");
            least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
        }
        return least;
    }
}
