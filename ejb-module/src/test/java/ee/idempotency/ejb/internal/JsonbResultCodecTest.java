// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ResultCodecException;
import ee.idempotency.ejb.internal.Receipts.Receipt;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.tck.Requirement;
import ee.idempotency.tck.ResultCodecContract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonbResultCodecTest extends ResultCodecContract {

    private final JsonbResultCodec codec = new JsonbResultCodec();

    @Override
    protected ResultCodec codec() {
        return codec;
    }

    @ParameterizedTest
    @Requirement("A3")
    @ValueSource(strings = {"{\"order\":", "[]", "\"text\"", "{\"run\":\"much\"}", "", "null"})
    void refusesBytesThatAreNotOfTheDeclaredType(String stored) {
        assertThatThrownBy(() -> codec.decode(stored.getBytes(UTF_8), Receipt.class))
                .isInstanceOf(ResultCodecException.class)
                .hasMessageContaining("Receipt");
    }

    @Test
    @Requirement("A3")
    void neverLetsStoredBytesChooseAClass() {
        String hostile = "{\"@class\":\"java.lang.ProcessBuilder\",\"@type\":\"java.net.URL\",\"order\":\"o-1\"}";
        Object decoded = codec.decode(hostile.getBytes(UTF_8), Receipt.class);
        assertThat(decoded).isExactlyInstanceOf(Receipt.class);
    }

    @Test
    @Requirement("A3")
    void survivesDeepNesting() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> codec.decode(deep.getBytes(UTF_8), List.class))
                .isInstanceOf(ResultCodecException.class);
    }

    /** JSON-P's reader has limits, and reports them by other exceptions than its own. */
    @Test
    @Requirement("A3")
    void refusesNumbersThatAParserDoesNotRead() {
        BigDecimal large = new BigDecimal("7".repeat(2000));

        assertThatThrownBy(() -> codec.encodePayload(List.of(large)))
                .isInstanceOf(ResultCodecException.class)
                .hasMessageNotContaining("777");
    }

    @Test
    @Requirement("A3")
    void refusesPayloadsWithoutEnd() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);

        assertThatThrownBy(() -> codec.encodePayload(itself)).isInstanceOf(ResultCodecException.class);
    }
}
