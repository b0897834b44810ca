// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the real JSON-B: what a repeat gets is what the first call got, or the repeat is refused; nothing in between. */
@Requirement("A11")
class ResultTypesTest {

    private final IdempotencyEngine engine = new IdempotencyEngine(
            new InMemoryIdempotencyStore(InstantSource.system(), 100),
            new ResultOutcomes(new JsonbResultCodec(), 100_000));

    static Stream<ResultExample> examples() {
        return Stream.concat(KeptResults.all(), LostResults.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isReplayedEqualOrRefused(ResultExample example) {
        assertThat(replayOf(example))
                .as("replay of " + example)
                .isEqualTo(example.isKept() ? example.description() : "not retained");
    }

    /** What the caller of the repeat sees of the result, or that it was not retained. */
    private String replayOf(ResultExample example) {
        Object first = call(example);
        assertThat(ResultExample.describe(first)).isEqualTo(example.description());
        try {
            return ResultExample.describe(call(example));
        } catch (OutcomeNotRetainedException notRetained) {
            return "not retained";
        }
    }

    private Object call(ResultExample example) {
        return engine.execute(
                new Binding("acme", "show", "", "key"),
                Fingerprint.none(),
                OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1)),
                example.type(),
                example::result);
    }
}
