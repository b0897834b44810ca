// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Requirement("O3")
class OutboxSettingsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void someoneMustSend() {
        assertThat(problems(Map.of())).singleElement().asString().contains("idempotency.outbox.sender is not set");
        assertThat(problems(Map.of("idempotency.outbox.relay", "none"))).isEmpty();
        assertThat(problems(Map.of("idempotency.outbox.sender", "cdi"))).isEmpty();
    }

    @Test
    void aTypeMayHaveASenderOfItsOwn() {
        OutboxSettings settings = Outboxes.settings(
                "idempotency.outbox.sender", "cdi",
                "idempotency.outbox.types", "OrderPaid",
                "idempotency.outbox.type.OrderPaid.sender", "kafka");

        assertThat(settings.senderOf("OrderPaid")).isEqualTo("kafka");
        assertThat(settings.senderOf("OrderPlaced")).isEqualTo("cdi");
        assertThat(settings.chosenSenders()).containsExactly("cdi", "kafka");
    }

    @Test
    void aTypeWithoutItsSenderIsAProblem() {
        assertThat(problems(Map.of("idempotency.outbox.sender", "cdi", "idempotency.outbox.types", "OrderPaid")))
                .singleElement()
                .asString()
                .contains("idempotency.outbox.type.OrderPaid.sender is not set");
    }

    @Test
    void aWebhookHasAnAddressAndASecret() {
        assertThat(problems(Map.of("idempotency.outbox.sender", "webhook"))).hasSize(2);
        assertThat(problems(Map.of(
                        "idempotency.outbox.sender", "webhook",
                        "idempotency.outbox.webhook.url", "https://shop.example/events",
                        "idempotency.outbox.webhook.secret", SECRET)))
                .isEmpty();
    }

    @Test
    void noProblemShowsASecretOrAnAddress() {
        List<String> problems = problems(Map.of(
                "idempotency.outbox.sender", "webhook",
                "idempotency.outbox.webhook.url", "ftp://user:hidden@shop.example",
                "idempotency.outbox.webhook.secret", "hidden"));

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).doesNotContain("hidden"));
    }

    @Test
    void aSecretThatIsTooShortIsAProblem() {
        assertThat(problems(Map.of(
                        "idempotency.outbox.sender", "webhook",
                        "idempotency.outbox.webhook.url", "https://shop.example/events",
                        "idempotency.outbox.webhook.secret", "aGlkZGVu")))
                .singleElement()
                .asString()
                .contains("at least 24 bytes; it has 6");
    }

    @Test
    void messagesHaveADestination() {
        assertThat(problems(Map.of("idempotency.outbox.sender", "jms")))
                .singleElement()
                .asString()
                .contains("idempotency.outbox.jms.destination is not set");
    }

    @Test
    void theLongestPauseIsNotShorterThanTheShortest() {
        assertThat(problems(Map.of(
                        "idempotency.outbox.sender", "cdi",
                        "idempotency.outbox.backoff-min", "PT1M",
                        "idempotency.outbox.backoff-max", "PT1S")))
                .singleElement()
                .asString()
                .contains("must not be shorter");
    }

    private static List<String> problems(Map<String, String> given) {
        SettingsReader reader = new SettingsReader(given::get);
        OutboxSettings.read(reader);
        return reader.problems();
    }
}
