// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.ANSWER;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.testing.Requirement;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a node remembers of calls whose claim is committed, so that repeats wake up: nothing, once they have ended. */
@Requirement("H4")
class CommittedClaimsTest {

    private final EngineFixture bench = new EngineFixture();
    private final InFlightKeys keys = new InFlightKeys();

    static Stream<Consumer<Attempt>> endings() {
        return Stream.of(attempt -> attempt.complete(ANSWER), attempt -> attempt.reject(ANSWER), Attempt::release);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void nothingIsRememberedOfACallThatHasEnded(Consumer<Attempt> ending) {
        PendingCall call = bench.call(OPTIONS);
        Attempt attempt = ((BeginResult.Acquired)
                        new IndependentStarter(new CommittedClaims(null, keys), bench.transactions).start(call))
                .attempt();
        assertThat(admission(call)).isInstanceOf(InFlightKeys.Admission.Busy.class);

        ending.accept(attempt);

        assertThat(admission(call)).isInstanceOf(InFlightKeys.Admission.Granted.class);
    }

    /** Of another thread: one does not wait for itself. */
    private InFlightKeys.Admission admission(PendingCall call) {
        return EngineFixture.inThread(() -> keys.admit(
                        call.request(),
                        Duration.ZERO,
                        new WaitPermits(2, 2).of(call.request().recordKey())))
                .join();
    }
}
