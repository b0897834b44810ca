// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ClaimRefusedException;
import ee.idempotency.Fingerprint;
import ee.idempotency.KeyReusedException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.TransactionMode;
import ee.idempotency.Work;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.ClaimGate.Asking;
import ee.idempotency.spi.IdempotencyEvent.Reason;
import ee.idempotency.spi.IdempotencyEvent.Refused;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gates, which may refuse new claims and never a repeat. */
@Requirement("O9")
class GateTest {

    private static final Asking ASKING = new Asking("acme", "charge", "");

    private final EngineFixture bench = new EngineFixture();
    private final List<String> seen = new ArrayList<>();
    private boolean closed;

    private final ClaimGate gate = new ClaimGate() {

        @Override
        public Optional<Refusal> check(Asking asking) {
            assertThat(asking).isEqualTo(ASKING);
            return closed ? Optional.of(new Refusal("enough for now", Duration.ofSeconds(30))) : Optional.empty();
        }

        @Override
        public void acquired(Asking asking) {
            seen.add("acquired");
        }

        @Override
        public void released(Asking asking) {
            seen.add("released");
        }
    };

    private final IdempotencyEngine engine = engine(gate);

    private IdempotencyEngine engine(ClaimGate... gates) {
        return new IdempotencyEngine(
                bench.joining,
                new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
                new EngineEnvironment(
                        bench.transactions,
                        bench.scheduler,
                        RepeatSettings.defaults(),
                        false,
                        new EngineSeams(List.of(bench.events::add), Arrays.asList(gates), OutcomeSeal.NONE)));
    }

    private <X extends Exception> @Nullable Object execute(OperationOptions options, Work<String, X> work) throws X {
        return engine.execute(BINDING, Fingerprint.none(), options, String.class, work);
    }

    @ParameterizedTest
    @EnumSource
    void newClaimIsRefusedAndLeavesNothing(TransactionMode mode) {
        closed = true;

        assertThatThrownBy(() -> execute(OPTIONS.withMode(mode), () -> "never"))
                .isInstanceOfSatisfying(ClaimRefusedException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo("enough for now");
                    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(30));
                });

        assertThat(bench.store.calls()).containsExactly(Verb.LOOKUP);
        assertThat(seen).isEmpty();
        assertThat(bench.events(Refused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.GATE));
    }

    @ParameterizedTest
    @EnumSource
    void repeatIsReplayedByOneStatementWhateverTheGateSays(TransactionMode mode) {
        execute(OPTIONS.withMode(mode), () -> "first");
        closed = true;
        int before = bench.store.calls().size();

        assertThat(execute(OPTIONS.withMode(mode), () -> "second")).isEqualTo("first");

        assertThat(bench.store.calls()).hasSize(before + 1);
        assertThat(seen).containsExactly("acquired");
    }

    @Test
    void openGateCostsNoStatement() {
        execute(OPTIONS, () -> "first");

        assertThat(bench.store.calls()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void otherRepeatsGetTheAnswerThatTheyWouldHaveGotten() {
        OperationOptions options = OPTIONS.withFailOn(IllegalArgumentException.class);
        assertThatThrownBy(() -> execute(options, () -> {
            closed = true;
            assertThatThrownBy(() -> execute(OPTIONS, () -> "meanwhile"))
                    .isInstanceOf(OperationInProgressException.class);
            assertThatThrownBy(() -> engine.begin(BINDING, Fingerprint.of(new byte[] {1}), OPTIONS))
                    .isInstanceOf(KeyReusedException.class);
            throw new IllegalArgumentException("declined");
        }));

        assertThatThrownBy(() -> execute(OPTIONS, () -> "afterwards")).isInstanceOf(PreviouslyFailedException.class);
    }

    @Test
    void otherPayloadIsNoRepeatOfACompletedCall() {
        execute(OPTIONS, () -> "first");
        closed = true;

        assertThatThrownBy(() -> engine.begin(BINDING, Fingerprint.of(new byte[] {1}), OPTIONS))
                .isInstanceOf(KeyReusedException.class);
    }

    @Test
    void recordPastItsRetentionIsNoRepeat() {
        execute(OPTIONS, () -> "first");
        bench.clock.advance(OPTIONS.retention());
        closed = true;

        assertThatThrownBy(() -> execute(OPTIONS, () -> "again")).isInstanceOf(ClaimRefusedException.class);
    }

    @Test
    void takeoverIsNotRefusedAndNotCounted() {
        bench.begin(OPTIONS);
        bench.clock.advance(OPTIONS.lease());
        closed = true;

        assertThat(execute(OPTIONS, () -> "taken over")).isEqualTo("taken over");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takeoverIsRefusedWhereTheGateSaysSoAndARepeatIsNot(TransactionMode mode) {
        IdempotencyEngine closing = engine(asking ->
                Optional.of(new ClaimGate.Refusal("nothing more", Duration.ofHours(1), true, Optional.empty())));
        bench.begin(OPTIONS);
        bench.clock.advance(OPTIONS.lease());

        assertThatThrownBy(() -> closing.execute(
                        BINDING, Fingerprint.none(), OPTIONS.withMode(mode), String.class, () -> "taken over"))
                .isInstanceOf(ClaimRefusedException.class);

        execute(OPTIONS.withMode(mode), () -> "first");
        assertThat(closing.execute(BINDING, Fingerprint.none(), OPTIONS.withMode(mode), String.class, () -> "again"))
                .isEqualTo("first");
    }

    @ParameterizedTest
    @EnumSource
    void keyThatIsGivenBackIsNotCounted(TransactionMode mode) {
        assertThatThrownBy(() -> execute(OPTIONS.withMode(mode), () -> {
            throw new IOException("disk full");
        }));

        assertThat(seen).containsExactly("acquired", "released");
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void workThatIsRolledBackIsNotCounted(TransactionMode mode) {
        bench.transactions.begin();
        execute(OPTIONS.withMode(mode), () -> "within");
        bench.transactions.rollback();

        assertThat(seen).containsExactly("acquired", "released");
    }

    @Test
    void gateThatFailsOrIsNullAdmits() {
        IdempotencyEngine careless = engine(null, asking -> {
            throw new IllegalStateException("its Redis is down");
        });

        try (LogLines lines = LogLines.open()) {
            for (int call = 0; call < 3; call++) {
                assertThat(careless.execute(BINDING, Fingerprint.none(), OPTIONS, String.class, () -> "runs"))
                        .isEqualTo("runs");
                bench.engine.delete(BINDING);
            }
            assertThat(lines.of("IDEM-0117")).hasSize(1);
        }
    }

    /** One that misses a class, one that answers null, one that fails when it should count, and then one that refuses. */
    @ParameterizedTest
    @EnumSource
    void thoseAfterOneThatFailsAreAskedNevertheless(TransactionMode mode) {
        ClaimGate lacking = asking -> {
            throw new NoClassDefFoundError("no such counter");
        };
        ClaimGate silent = asking -> null;
        IdempotencyEngine several = engine(lacking, silent, new NotCounting(), gate);
        OperationOptions options = OPTIONS.withMode(mode);

        assertThat(several.execute(BINDING, Fingerprint.none(), options, String.class, () -> "runs"))
                .isEqualTo("runs");
        assertThat(seen).containsExactly("acquired");

        bench.engine.delete(BINDING);
        closed = true;
        assertThatThrownBy(() -> several.execute(BINDING, Fingerprint.none(), options, String.class, () -> "never"))
                .isInstanceOf(ClaimRefusedException.class);
    }

    /** Admits, and cannot count. */
    private static final class NotCounting implements ClaimGate {

        @Override
        public Optional<Refusal> check(Asking asking) {
            return Optional.empty();
        }

        @Override
        public void acquired(Asking asking) {
            throw new IllegalStateException("its Redis is down");
        }

        @Override
        public void released(Asking asking) {
            throw new StackOverflowError();
        }
    }

    @Test
    void refusalsLeaveOneLineAMinute() {
        closed = true;

        try (LogLines lines = LogLines.open()) {
            for (int call = 0; call < 3; call++) {
                assertThatThrownBy(() -> execute(OPTIONS, () -> "never")).isInstanceOf(ClaimRefusedException.class);
            }
            assertThat(lines.of("IDEM-0120"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("WARNING")
                            .contains("charge", "enough for now")
                            .doesNotContain("acme"));
        }
    }
}
