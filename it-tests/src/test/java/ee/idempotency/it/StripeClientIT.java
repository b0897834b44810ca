// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.ChargeCreateParams;
import com.stripe.param.ChargeListParams;
import com.stripe.param.RefundCreateParams;
import ee.idempotency.tck.Requirement;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stripe's official client charges over a network that loses two answers of three. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StripeClientIT {

    private static final int CHARGES = 30;

    @ArquillianResource
    URL url;

    @Deployment(testable = false)
    static WebArchive example() {
        return Wars.example();
    }

    @Test
    @Requirement("H2")
    @Requirement("H10")
    void makesOneChargeAKeyHoweverOftenTheAnswerIsLost() throws Exception {
        String run = UUID.randomUUID().toString();
        List<String> charged = new ArrayList<>();
        try (CuttingProxy network = new CuttingProxy(url.getPort())) {
            StripeClient stripe = client(network.port());
            for (int i = 0; i < CHARGES; i++) {
                Charge charge = charge(stripe, run, i);
                assertThat(charge.getAmount()).isEqualTo(1000L + i);
                charged.add(charge.getId());
            }
            assertThat(network.cuts()).isGreaterThanOrEqualTo(CHARGES);
        }
        List<Charge> kept = client(url.getPort())
                .v1()
                .charges()
                .list(ChargeListParams.builder().setLimit(100L).build())
                .getData()
                .stream()
                .filter(charge -> run.equals(charge.getDescription()))
                .toList();
        assertThat(kept).extracting(Charge::getId).containsExactlyInAnyOrderElementsOf(charged);
    }

    @Test
    @Requirement("H10")
    void retrievesAndRefundsACharge() throws Exception {
        StripeClient stripe = client(url.getPort());
        Charge charge = charge(stripe, "refunds", 0);
        RequestOptions key = RequestOptions.builder()
                .setIdempotencyKey(UUID.randomUUID().toString())
                .build();
        RefundCreateParams params = RefundCreateParams.builder()
                .setCharge(charge.getId())
                .setAmount(400L)
                .build();

        Refund first = stripe.v1().refunds().create(params, key);
        Refund repeat = stripe.v1().refunds().create(params, key);

        assertThat(repeat.getId()).isEqualTo(first.getId());
        assertThat(repeat.getLastResponse().headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(stripe.v1().charges().retrieve(charge.getId()).getAmountRefunded()).isEqualTo(400L);
    }

    private StripeClient client(int port) {
        String path = url.getPath().replaceAll("/$", "");
        return StripeClient.builder()
                .setApiKey("sk_test_shop")
                .setApiBase("http://127.0.0.1:" + port + path)
                .setMaxNetworkRetries(5)
                .build();
    }

    private static Charge charge(StripeClient stripe, String run, int number) throws StripeException {
        return stripe.v1().charges()
                .create(
                        ChargeCreateParams.builder()
                                .setAmount(1000L + number)
                                .setCurrency("eur")
                                .setDescription(run)
                                .setSource("tok_visa")
                                .build());
    }
}
