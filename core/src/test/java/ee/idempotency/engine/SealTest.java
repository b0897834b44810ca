// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Fingerprint;
import ee.idempotency.InternalErrorException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.engine.FakeTransactions.CommitEnd;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import ee.idempotency.testing.XorSeal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes that are sealed at the rim of the engine, with another nonce each time. */
@Requirement("O1")
class SealTest {

    private final EngineFixture bench = new EngineFixture();
    private final XorSeal seal = new XorSeal();
    private final AtomicInteger runs = new AtomicInteger();
    private final IdempotencyEngine engine = new IdempotencyEngine(
            bench.joining,
            new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
            new EngineEnvironment(
                    bench.transactions,
                    bench.scheduler,
                    RepeatSettings.defaults(),
                    true,
                    new EngineSeams(List.of(), List.of(), seal)));

    @AfterEach
    void noTransactionIsLeftOnTheThread() {
        assertThat(bench.transactions.isOpen()).isFalse();
    }

    private @Nullable Object execute(TransactionMode mode, String result) {
        return engine.execute(BINDING, Fingerprint.none(), OPTIONS.withMode(mode), String.class, () -> {
            runs.incrementAndGet();
            return result;
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStoredIsSealedAndWhatIsReplayedIsNot(TransactionMode mode) {
        assertThat(execute(mode, "secret")).isEqualTo("secret");

        assertThat(bench.record().orElseThrow().outcome().orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Completed.class,
                        stored -> assertThat(stored.body())
                                .isNotEqualTo(new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT)
                                        .encode("secret", String.class, why -> {})
                                        .body()));
        assertThat(execute(mode, "twice")).isEqualTo("secret");
        assertThat(runs).hasValue(1);
        assertThat(seal.sealed).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void failuresAreSealedToo(TransactionMode mode) {
        OperationOptions options = OPTIONS.withMode(mode).withFailOn(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.execute(BINDING, Fingerprint.none(), options, String.class, () -> {
                    throw new IllegalArgumentException("card 4242");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(bench.record().orElseThrow().outcome().orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        stored -> assertThat(stored.message()).doesNotContain("4242"));
        assertThatThrownBy(() -> execute(mode, "twice"))
                .isInstanceOfSatisfying(PreviouslyFailedException.class, failed -> {
                    assertThat(failed.failureMessage()).isEqualTo("card 4242");
                    assertThat(failed.getMessage()).doesNotContain("4242");
                });
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void lostCommitIsRecognisedByTheSealedOutcome(TransactionMode mode) {
        bench.transactions.commitEnd = CommitEnd.COMMITTED_WITHOUT_ANSWER;

        assertThat(execute(mode, "secret")).isEqualTo("secret");

        bench.transactions.commitEnd = CommitEnd.COMMITTED;
        assertThat(execute(mode, "twice")).isEqualTo("secret");
        assertThat(runs).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingRunsWhereWhatItNeedsCannotBeHad(TransactionMode mode) {
        seal.prepareFault = new StoreUnavailableException("the key service does not answer", null);

        assertThatThrownBy(() -> execute(mode, "never")).isSameAs(seal.prepareFault);

        assertThat(runs).hasValue(0);
        assertThat(bench.store.calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sealThatFailsAfterAllIsLikeAStoreThatFails(TransactionMode mode) {
        seal.sealFault = new IllegalStateException("no provider");

        assertThatThrownBy(() -> execute(mode, "secret"))
                .isInstanceOf(OutcomeNotStoredException.class)
                .hasCauseInstanceOf(InternalErrorException.class);

        assertThat(bench.transactions.commits).isZero();
        assertThat(bench.record().isPresent())
                .as("a claim whose work was not rolled back is kept")
                .isEqualTo(mode == TransactionMode.INDEPENDENT);
    }

    @ParameterizedTest
    @EnumSource
    void payloadIsKnownInTheRecordByWhatTheSealMakesOfIt(TransactionMode mode) {
        seal.ofFingerprints = new byte[] {1};
        execute(mode, "secret");

        assertThat(bench.record().orElseThrow().fingerprint()).isNotEqualTo(Fingerprint.none());
        assertThat(execute(mode, "twice")).isEqualTo("secret");

        seal.ofFingerprints = new byte[] {2, 1};
        assertThat(execute(mode, "twice"))
                .as("the first is written, all are known")
                .isEqualTo("secret");

        seal.ofFingerprints = new byte[] {2};
        assertThatThrownBy(() -> execute(mode, "twice")).isInstanceOf(KeyReusedException.class);
        assertThat(runs).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void outcomeOfAnotherRecordDoesNotOpen(TransactionMode mode) {
        seal.pretended = new RecordKey(new java.util.UUID(1, 2));
        execute(mode, "secret");
        seal.pretended = null;

        assertThatThrownBy(() -> execute(mode, "twice")).isInstanceOf(DamagedRecordException.class);

        assertThat(runs).hasValue(1);
    }
}
