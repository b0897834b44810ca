// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StandardWebhookTest {

    /** The example of the specification's reference libraries. */
    @Test
    void signsAsTheSpecificationDoes() {
        String signature = StandardWebhook.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void refusesASecretThatIsNoneWithoutShowingIt() {
        assertThatThrownBy(() -> StandardWebhook.of("no base64!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it must be Base64, perhaps behind whsec_");
        assertThatThrownBy(() -> StandardWebhook.of("aGlkZGVu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it must have at least 24 bytes; it has 6");
    }
}
