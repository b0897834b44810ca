// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.InternalErrorException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.TransactionMode;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seals that break their contract: before the claim nothing runs, and afterwards no answer is given that is not stored. */
@Requirement("O1")
@NullUnmarked
class BrokenSealTest {

    private final EngineFixture bench = new EngineFixture();
    private final AtomicInteger runs = new AtomicInteger();

    /** A seal whose parts may be null or throw. */
    private record Faulty(
            Supplier<OutcomeSeal.Sealer> sealer, UnaryOperator<List<Fingerprint>> known, UnaryOperator<Outcome> opened)
            implements OutcomeSeal {

        static Faulty sealing(UnaryOperator<Outcome> sealing) {
            return new Faulty(() -> sealing::apply, plain -> plain, stored -> stored);
        }

        @Override
        public Sealer prepare(Place place) {
            return sealer.get();
        }

        @Override
        public List<Fingerprint> fingerprints(Place place, List<Fingerprint> plain) {
            return known.apply(plain);
        }

        @Override
        public Outcome open(Place place, Outcome sealed) {
            return opened.apply(sealed);
        }
    }

    private void execute(OutcomeSeal seal, TransactionMode mode, Supplier<String> work) {
        IdempotencyEngine engine = new IdempotencyEngine(
                bench.joining,
                new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
                new EngineEnvironment(
                        bench.transactions,
                        bench.scheduler,
                        RepeatSettings.defaults(),
                        false,
                        new EngineSeams(List.of(), List.of(), seal)));
        OperationOptions options = OPTIONS.withMode(mode).withFailOn(IllegalArgumentException.class);
        engine.execute(BINDING, Fingerprint.none(), options, String.class, () -> {
            runs.incrementAndGet();
            return work.get();
        });
    }

    @AfterEach
    void noTransactionIsLeftOnTheThread() {
        assertThat(bench.transactions.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nothingRunsUnderOneThatCannotPrepare(TransactionMode mode) {
        UnaryOperator<List<Fingerprint>> same = plain -> plain;
        UnaryOperator<Outcome> open = stored -> stored;
        OutcomeSeal.Sealer sealer = outcome -> outcome;
        List<OutcomeSeal> all = List.of(
                new Faulty(() -> null, same, open),
                new Faulty(
                        () -> {
                            throw new NoClassDefFoundError("no such cipher");
                        },
                        same,
                        open),
                new Faulty(() -> sealer, plain -> null, open),
                new Faulty(() -> sealer, plain -> List.of(), open),
                new Faulty(
                        () -> sealer,
                        plain -> {
                            throw new IllegalStateException("no key");
                        },
                        open));

        assertThat(all)
                .allSatisfy(seal -> assertThatThrownBy(() -> execute(seal, mode, () -> "never"))
                        .isInstanceOf(InternalErrorException.class));

        assertThat(runs).hasValue(0);
        assertThat(bench.store.calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerIsGivenUnderOneThatMakesNothingOfIt(TransactionMode mode) {
        assertNotStored(Faulty.sealing(outcome -> null), mode);
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerIsGivenUnderOneThatMissesAClass(TransactionMode mode) {
        assertNotStored(
                Faulty.sealing(outcome -> {
                    throw new NoClassDefFoundError("no such cipher");
                }),
                mode);
    }

    private void assertNotStored(OutcomeSeal seal, TransactionMode mode) {
        assertThatThrownBy(() -> execute(seal, mode, () -> "result"))
                .isInstanceOf(OutcomeNotStoredException.class)
                .hasCauseInstanceOf(InternalErrorException.class);
        assertThat(bench.record().isPresent())
                .as("a claim whose work was not rolled back is kept")
                .isEqualTo(mode == TransactionMode.INDEPENDENT);
        bench.engine.delete(BINDING);
        assertThatThrownBy(() -> execute(seal, mode, () -> {
                    throw new IllegalArgumentException("card refused");
                }))
                .isInstanceOf(OutcomeNotStoredException.class)
                .hasCauseInstanceOf(InternalErrorException.class);
        assertThat(runs).hasValue(2);
        assertThat(bench.transactions.commits).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatIsRefusedUnderOneThatOpensNothing(TransactionMode mode) {
        OutcomeSeal seal = new Faulty(() -> outcome -> outcome, plain -> plain, stored -> null);
        execute(seal, mode, () -> "result");

        assertThatThrownBy(() -> execute(seal, mode, () -> "twice")).isInstanceOf(InternalErrorException.class);

        assertThat(runs).hasValue(1);
    }
}
