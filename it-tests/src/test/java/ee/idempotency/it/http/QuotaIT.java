// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.it.Wars;
import ee.idempotency.quota.internal.QuotaSettingsGroup;
import ee.idempotency.tck.Requirement;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example with the quota jar. A server of its own: it has another WAR, which refuses the fourth call a minute. */
@Tag("one-database")
@Requirement("O9")
class QuotaIT {

    private static final int BURST = 3;

    private static OneNode.Running node;

    @BeforeAll
    static void start() {
        node = OneNode.start(
                Wars.example().addAsLibraries(Wars.jarOf(QuotaSettingsGroup.class)),
                Map.of(
                        "IDEMPOTENCY_QUOTA_RATE", "1",
                        "IDEMPOTENCY_QUOTA_BURST", Integer.toString(BURST),
                        "IDEMPOTENCY_QUOTA_BY", "tenant,operation"));
    }

    @AfterAll
    static void stop() {
        node.close();
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
