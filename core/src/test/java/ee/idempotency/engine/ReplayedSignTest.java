// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.Transactions;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether the answer of a call came from the store is left in its scope. */
@Requirement("X7")
class ReplayedSignTest {

    private static final class Scope implements CallScope {

        private final List<Boolean> answers = new ArrayList<>();

        @Override
        public Optional<ActiveClaim> claim() {
            return Optional.empty();
        }

        @Override
        public void hold(ActiveClaim claim) {
            throw new IllegalStateException("nothing is held here");
        }

        @Override
        public void admit() {}

        @Override
        public boolean isAdmitted() {
            return true;
        }

        @Override
        public void answered(boolean replayed) {
            answers.add(replayed);
        }

        @Override
        public boolean isReplayed() {
            return !answers.isEmpty() && answers.get(answers.size() - 1);
        }
    }

    @Test
    void saysOfEachCallWhetherItRanOrWasReplayed() {
        Scope scope = new Scope();
        IdempotencyEngine engine = new IdempotencyEngine(
                new InMemoryIdempotencyStore(new SettableClock(), 100),
                new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
                new EngineEnvironment(
                        Transactions.NONE, null, RepeatSettings.defaults(), false, EngineSeams.none(), scope));

        engine.execute(BINDING, Fingerprint.none(), OPTIONS, String.class, () -> "once");
        engine.execute(BINDING, Fingerprint.none(), OPTIONS, String.class, () -> "twice");

        assertThat(scope.answers).containsExactly(false, true);
        assertThat(engine.calls()).isSameAs(scope);
    }
}
