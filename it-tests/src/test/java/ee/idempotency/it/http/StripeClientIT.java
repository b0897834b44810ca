// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.ChargeCreateParams;
import com.stripe.param.ChargeListParams;
import com.stripe.param.RefundCreateParams;
import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.tck.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Stripe's official client charges over a network that loses two answers of three. The application's headers are named
 * as Stripe names them.
 */
@Order(OtherWars.ORDER)
@Tag("one-database")
@ExtendWith(OtherWars.class)
class StripeClientIT {

    private static final int CHARGES = 6;

    /** As Stripe's clients know it. */
    private static final Map<String, String> SETTINGS = Map.of(
            "idempotency.http.replay-header", "Idempotent-Replayed",
            "idempotency.http.should-retry-header", "Stripe-Should-Retry",
            "idempotency.sweep.enabled", "false");

    private final int server;

    StripeClientIT(Carrier carrier) {
        server = carrier.server().uri("/").getPort();
    }

    static WebArchive war() {
        return Wars.example("stripe.war").addAsResource(Wars.settings(SETTINGS), Wars.SETTINGS_FILE);
    }

    @Test
    @Requirement("H2")
    @Requirement("H10")
    void makesOneChargeAKeyHoweverOftenTheAnswerIsLost() throws Exception {
        String run = UUID.randomUUID().toString();
        List<String> charged = new ArrayList<>();
        try (LossyNetwork network = new LossyNetwork(server)) {
            StripeClient stripe = client(network.port());
            for (int i = 0; i < CHARGES; i++) {
                Charge charge = chargeUntilAnswered(stripe, run, i);
                assertThat(charge.getAmount()).isEqualTo(1000L + i);
                charged.add(charge.getId());
            }
            assertThat(network.cut()).isGreaterThanOrEqualTo(CHARGES / 3);
            assertThat(network.silenced()).isGreaterThanOrEqualTo(CHARGES / 3);
        }
        List<Charge> kept =
                client(server)
                        .v1()
                        .charges()
                        .list(ChargeListParams.builder().setLimit(100L).build())
                        .getData()
                        .stream()
                        .filter(charge -> run.equals(charge.getDescription()))
                        .toList();
        assertThat(kept).extracting(Charge::getId).containsExactlyInAnyOrderElementsOf(charged);
    }

    /** The client itself retries after silence; after a cut connection it reports, and the application tries again. */
    private static Charge chargeUntilAnswered(StripeClient stripe, String run, int number) throws StripeException {
        RequestOptions key = newKey();
        for (int attempt = 1; ; attempt++) {
            try {
                return charge(stripe, run, number, key);
            } catch (ApiConnectionException lost) {
                assertThat(attempt).as("attempts").isLessThan(10);
            }
        }
    }

    @Test
    @Requirement("H10")
    void retrievesAndRefundsACharge() throws Exception {
        StripeClient stripe = client(server);
        Charge charge = charge(stripe, "refunds", 0, newKey());
        RequestOptions key = newKey();
        RefundCreateParams params = RefundCreateParams.builder()
                .setCharge(charge.getId())
                .setAmount(400L)
                .build();

        Refund first = stripe.v1().refunds().create(params, key);
        Refund repeat = stripe.v1().refunds().create(params, key);

        assertThat(repeat.getId()).isEqualTo(first.getId());
        assertThat(repeat.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(stripe.v1().charges().retrieve(charge.getId()).getAmountRefunded())
                .isEqualTo(400L);
    }

    private static StripeClient client(int port) {
        return StripeClient.builder()
                .setApiKey("sk_test_shop")
                .setApiBase("http://127.0.0.1:" + port + "/stripe")
                .setReadTimeout(1500)
                .setMaxNetworkRetries(5)
                .build();
    }

    private static RequestOptions newKey() {
        return RequestOptions.builder()
                .setIdempotencyKey(UUID.randomUUID().toString())
                .build();
    }

    private static Charge charge(StripeClient stripe, String run, int number, RequestOptions key)
            throws StripeException {
        ChargeCreateParams params = ChargeCreateParams.builder()
                .setAmount(1000L + number)
                .setCurrency("eur")
                .setDescription(run)
                .build();
        return stripe.v1().charges().create(params, key);
    }
}
