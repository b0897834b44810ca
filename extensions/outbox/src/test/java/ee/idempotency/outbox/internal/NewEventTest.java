// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.tck.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("O3")
class NewEventTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '   | 17    | Placed | {}      | The aggregate type of an event has 1 to 255 printable characters",
                "order | ''    | Placed | {}      | The aggregate id of an event",
                "order | 17    | '  '   | {}      | The type of an event",
                "order | 17    | Placed | ''      | JSON",
                "order | 17    | Placed | {       | The payload of the event is not JSON",
                "order | 17    | Placed | {} x    | The payload of the event is not JSON",
                "order | 17    | Placed | secret  | The payload of the event is not JSON",
                "order | 17    | Placed | \"12345678901234567\" | has 19 bytes, and idempotency.outbox.max-payload is 18",
            })
    void refusesWhatBreaksARule(String aggregateType, String id, String type, String payload, String message) {
        assertThatThrownBy(() -> new NewEvent(aggregateType, id, type, payload).check(18))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[1, 2]", "17", "null", "\"\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\""})
    void takesAnyJsonUpToTheLimitInBytes(String payload) {
        assertThatCode(() -> new NewEvent("order", "17", "Placed", payload).check(18))
                .doesNotThrowAnyException();
    }
}
