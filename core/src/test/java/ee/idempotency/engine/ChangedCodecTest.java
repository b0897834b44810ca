// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.lang.reflect.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results that were written before another codec was chosen are replayed, by the codec that wrote them. */
class ChangedCodecTest {

    private static final Binding BINDING = new Binding("tenant", "pay", "", "k");
    private static final ResultCodec BEFORE = new TextCodec();

    /** Writes the same texts by another name, and reads nothing. */
    private static final ResultCodec NOW = new ResultCodec() {

        @Override
        public String mediaType() {
            return "text/now";
        }

        @Override
        public byte[] encode(Object value, Type declaredType) {
            return BEFORE.encode(value, declaredType);
        }

        @Override
        public Object decode(byte[] encoded, Type declaredType) {
            throw new AssertionError("asked for what another codec wrote");
        }
    };

    private final Outcome.Completed stored = new ResultOutcomes(BEFORE, 100).encode("paid", String.class, why -> {});

    @Test
    @Requirement("A3")
    void resultIsReadByTheCodecOfItsMediaType() {
        ResultOutcomes outcomes = new ResultOutcomes(NOW, List.of(BEFORE), 100, ResultCheck.OFF);

        assertThat(outcomes.decode(BINDING, stored, String.class)).isEqualTo("paid");
        assertThat(outcomes.encode("paid", String.class, why -> {}).headers())
                .as("written by the one that is chosen")
                .singleElement()
                .extracting("value")
                .isEqualTo("text/now");
    }

    @Test
    @Requirement("A3")
    void resultOfACodecThatIsNotThereIsDamaged() {
        ResultOutcomes outcomes = new ResultOutcomes(NOW, List.of(), 100, ResultCheck.OFF);

        assertThatThrownBy(() -> outcomes.decode(BINDING, stored, String.class))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining("text/now");
    }
}
