// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.IdempotencyKey;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that are made of parts. */
@Requirement("K5")
class PartsKeyTest {

    private static IdempotencyKey under(Binding outer, Object... parts) {
        IdempotencyEngine engine = new IdempotencyEngine(
                new InMemoryIdempotencyStore(new SettableClock(), 100),
                new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT));
        Attempt attempt =
                ((BeginResult.Acquired) engine.begin(outer, Fingerprint.none(), EngineFixture.OPTIONS)).attempt();
        return CurrentClaim.callWith(attempt.claim(), () -> PartsKey.underClaim("acme", "ship", parts));
    }

    @Test
    @Requirement("X5")
    void keyOfASubOperationHoldsAllThatItsClaimIsBoundTo() {
        Binding outer = new Binding("acme", "checkout", "alice", "k");
        List<IdempotencyKey> keys = Stream.of(
                        outer,
                        new Binding("globex", "checkout", "alice", "k"),
                        new Binding("acme", "refund", "alice", "k"),
                        new Binding("acme", "checkout", "bob", "k"),
                        new Binding("acme", "checkout", "alice", "other"))
                .map(binding -> under(binding, "item"))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(under(outer, "item")).isEqualTo(keys.get(0));
        assertThat(under(outer, "another")).isNotEqualTo(keys.get(0));
        assertThat(under(outer)).isNotEqualTo(keys.get(0));
    }

    @Test
    void keyOfPartsIsOfItsTenant() {
        assertThat(PartsKey.of("acme", "o-1")).isNotEqualTo(PartsKey.of("globex", "o-1"));
        assertThat(PartsKey.binding("acme", "bill", PartsKey.of("acme", "o-1")).tenant())
                .isEqualTo("acme");
    }

    @Test
    void unrelatedCallsWithoutPartsDoNotShareAKey() {
        assertThatThrownBy(() -> PartsKey.of("acme", null, null)).isInstanceOf(InvalidKeyException.class);
        assertThat(PartsKey.of("acme", null, "o-1")).isNotEqualTo(PartsKey.of("acme", "o-1", null));
    }
}
