// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that shares its transaction with its outcome, in a transaction that the engine begins. */
class TransactionalAttemptTest {

    private static final StoreUnavailableException UNAVAILABLE = new StoreUnavailableException("no answer", null);

    private final EngineFixture bench = new EngineFixture();

    @AfterEach
    void noTransactionIsLeftOnTheThread() {
        assertThat(bench.transactions.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X2")
    @Requirement("X3")
    void outcomeIsCommittedOnceAndReplayed(TransactionMode mode) {
        String first = (String) bench.execute(OPTIONS.withMode(mode), () -> {
            assertThat(bench.transactions.isOpen()).isTrue();
            return "once";
        });

        assertThat(first).isEqualTo("once");
        assertThat(bench.transactions.commits).isEqualTo(1);
        assertThat(bench.execute(OPTIONS.withMode(mode), () -> "twice")).isEqualTo("once");
        assertThat(bench.runs).hasValue(1);
        assertThat(bench.transactions.commits).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C6")
    void exceptionRollsTheWorkBackAndFreesTheKey(TransactionMode mode) {
        IllegalStateException thrown = new IllegalStateException("no");

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(bench.transactions.rollbacks).isEqualTo(1);
        assertThat(bench.record()).isEmpty();
        assertThat(bench.execute(OPTIONS.withMode(mode), () -> "second")).isEqualTo("second");
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X2")
    void answerOfWorkThatMarkedItsTransactionIsNotGivenOut(TransactionMode mode) {
        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> {
                    bench.transactions.markForRollback();
                    return "never";
                }))
                .isInstanceOf(TransactionRolledBackException.class)
                .hasMessageContaining("marked");

        assertThat(bench.transactions.rollbacks).isEqualTo(1);
        assertThat(bench.record()).isEmpty();
    }

    /** Another node took the claim over and completed it: the row is settled, and not by this attempt. */
    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X9")
    void transactionWhoseEndCannotBeListenedForIsNotUsed(TransactionMode mode) {
        bench.transactions.listenFault = new IllegalStateException("no listeners");

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> "never"))
                .hasMessage("no listeners");

        assertThat(bench.transactions.isOpen()).isFalse();
        assertThat(bench.transactions.rollbacks).isEqualTo(1);
        assertThat(bench.runs).hasValue(0);
        bench.transactions.listenFault = null;
        assertThat(onAnotherThread(mode)).isEqualTo("now");
    }

    /** Where a place that was not given back would be waited for. */
    private @Nullable Object onAnotherThread(TransactionMode mode) {
        return EngineFixture.<@Nullable Object>inThread(() -> bench.execute(OPTIONS.withMode(mode), () -> "now"))
                .orTimeout(1, TimeUnit.SECONDS) // less than the lock wait
                .join();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C3")
    void workOfAnAttemptThatLostItsRecordIsRolledBack(TransactionMode mode) {
        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> {
                    bench.engine.delete(EngineFixture.BINDING);
                    return "zombie";
                }))
                .isInstanceOf(NotOwnerException.class);

        assertThat(bench.transactions.rollbacks).isEqualTo(1);
        assertThat(bench.transactions.commits).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X2")
    void workWhoseOutcomeCannotBeWrittenIsRolledBackAndItsKeyFree(TransactionMode mode) {
        bench.joining.settleFault = UNAVAILABLE;

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> "never"))
                .isInstanceOf(OutcomeNotStoredException.class)
                .hasCause(UNAVAILABLE);

        assertThat(bench.transactions.rollbacks).isEqualTo(1);
        assertThat(bench.record()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C7")
    void uncheckedAnswerIsStoredAloneAfterTheWorkWasRolledBack(TransactionMode mode) {
        OperationOptions options = OPTIONS.withMode(mode).withFailOn(IllegalArgumentException.class);

        assertThatThrownBy(() -> bench.execute(options, () -> {
                    throw new IllegalArgumentException("declined");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(bench.transactions.rollbacks).isEqualTo(1);
        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.FAILED);
        assertThatThrownBy(() -> bench.execute(options, () -> "second")).isInstanceOf(PreviouslyFailedException.class);
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C7")
    void checkedAnswerIsCommittedWithTheWork(TransactionMode mode) {
        OperationOptions options = OPTIONS.withMode(mode).withFailOn(IOException.class);

        assertThatThrownBy(() -> bench.execute(options, () -> {
                    throw new IOException("declined");
                }))
                .isInstanceOf(IOException.class);

        assertThat(bench.transactions.commits).isEqualTo(1);
        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X2")
    void workThatCommittedByItselfIsSettledAndNotRunAgain(TransactionMode mode) throws Exception {
        String first = (String) bench.execute(OPTIONS.withMode(mode), () -> {
            bench.transactions.commit();
            return "by itself";
        });

        assertThat(first).isEqualTo("by itself");
        assertThat(bench.execute(OPTIONS.withMode(mode), () -> "twice")).isEqualTo("by itself");
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C6")
    void workThatCommittedByItselfAndThrewGivesItsKeyBack(TransactionMode mode) {
        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> {
                    bench.transactions.commit();
                    throw new IOException("afterwards");
                }))
                .isInstanceOf(IOException.class);

        assertThat(bench.record()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void callThatCannotBeginATransactionLeavesNoClaim(TransactionMode mode) {
        bench.transactions.beginFault = new IllegalStateException("not here");

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> "never"))
                .hasMessage("not here");

        assertThat(bench.record()).isEmpty();
        bench.transactions.beginFault = null;
        assertThat(onAnotherThread(mode)).isEqualTo("now");
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X2")
    @Requirement("X3")
    void storeThatCannotJoinRefusesTheMode(TransactionMode mode) {
        IdempotencyEngine plain =
                new IdempotencyEngine(bench.store, new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT));

        assertThatThrownBy(() -> plain.begin(EngineFixture.BINDING, Fingerprint.none(), OPTIONS.withMode(mode)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(mode.name());
        assertThat(bench.store.calls()).isEmpty();
    }
}
