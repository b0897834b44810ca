// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.quota.internal.QuotaSettingsGroup;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example with the quota jar: it refuses the fourth call a minute. */
@Order(OtherWars.ORDER)
@Tag("one-database")
@ExtendWith(OtherWars.class)
@Requirement("O9")
class QuotaIT {

    private static final int BURST = 3;

    private final OneNode.Running node;

    QuotaIT(Carrier carrier) {
        node = new OneNode.Running(carrier, "/quota");
    }

    static WebArchive war() {
        return OneNode.war(
                "quota.war",
                Wars.example().addAsLibraries(Wars.jarOf(QuotaSettingsGroup.class)),
                Map.of(
                        "idempotency.quota.rate", "1",
                        "idempotency.quota.burst", Integer.toString(BURST),
                        "idempotency.quota.by", "tenant,operation"));
    }

    @Test
    void newCallsBeyondTheLimitAreRefusedAndRepeatsAreNot() {
        List<Trial> allowed = IntStream.range(0, BURST)
                .mapToObj(i -> new Trial(node, "joined"))
                .toList();
        List<HttpResponse<String>> answers =
                allowed.stream().map(trial -> trial.post("answer")).toList();
        Trial beyond = new Trial(node, "joined");

        HttpResponse<String> refused = beyond.post("answer");

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isLessThan(300));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("quota-exceeded");
        assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"new-claims\";q=1;w=60");
        assertThat(refused.headers().firstValue("RateLimit").orElse("")).startsWith("\"new-claims\";r=0;t=");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(beyond.effects()).isZero();
        for (int i = 0; i < BURST; i++) {
            HttpResponse<String> repeat = allowed.get(i).post("answer");
            assertThat(repeat.body()).isEqualTo(answers.get(i).body());
            assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
            assertThat(allowed.get(i).effects()).isEqualTo(1);
        }
    }
}
