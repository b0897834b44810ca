// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.OpenTransactionException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.IdempotencyEvent.Loss;
import ee.idempotency.spi.IdempotencyEvent.NotSettled;
import ee.idempotency.testing.Requirement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls inside a transaction that somebody else began and will end. */
@Requirement("X6")
class CallersTransactionTest {

    private final EngineFixture bench = new EngineFixture();

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void outcomeIsThereOnceTheCallerCommits(TransactionMode mode) throws Exception {
        bench.transactions.begin();
        assertThat(bench.execute(OPTIONS.withMode(mode), () -> "within")).isEqualTo("within");
        assertThat(bench.transactions.commits).isZero();

        bench.transactions.commit();

        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsLeftOnceTheCallerRollsBack(TransactionMode mode) throws Exception {
        bench.transactions.begin();
        bench.execute(OPTIONS.withMode(mode), () -> "within");

        bench.transactions.rollback();
        bench.scheduler.drain();

        assertThat(bench.record()).isEmpty();
        assertThat(bench.execute(OPTIONS.withMode(mode), () -> "again")).isEqualTo("again");
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void exceptionOfTheWorkKeepsTheCallerFromCommittingItsPart(TransactionMode mode) throws Exception {
        bench.transactions.begin();
        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> {
                    throw new IllegalStateException("half done");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bench.transactions.isMarkedForRollback()).isTrue();
        bench.transactions.rollback();
        bench.scheduler.drain();
        assertThat(bench.record()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void callThatCouldNeverCommitDoesNotRun(TransactionMode mode) {
        bench.transactions.begin();
        bench.transactions.markForRollback();

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> "in vain"))
                .isInstanceOf(TransactionRolledBackException.class);

        assertThat(bench.runs).hasValue(0);
        bench.transactions.rollback();
    }

    /** What a failed statement leaves of a transaction, its caller must not commit. */
    @Test
    @Requirement("X3")
    void claimThatFailsKeepsTheCallerFromCommitting() {
        OperationOptions options = OPTIONS.withMode(TransactionMode.ONE_COMMIT);
        bench.joining.beforeClaim = () -> {
            throw new StoreUnavailableException("deadlock", null);
        };
        bench.transactions.begin();

        assertThatThrownBy(() -> bench.execute(options, () -> "never")).isInstanceOf(StoreUnavailableException.class);

        assertThat(bench.transactions.isMarkedForRollback()).isTrue();
        bench.transactions.rollback();
    }

    @Test
    @Requirement("X3")
    void keyIsFreeForOtherThreadsOnceTheCallerHasEnded() {
        OperationOptions options = OPTIONS.withMode(TransactionMode.ONE_COMMIT);
        bench.transactions.begin();
        bench.execute(options, () -> "within");
        bench.transactions.rollback();

        assertThat(EngineFixture.<@Nullable Object>inThread(() -> bench.execute(options, () -> "now"))
                        .orTimeout(1, TimeUnit.SECONDS) // less than the lock wait
                        .join())
                .isEqualTo("now");
    }

    /** The caller's transaction holds the claim; nothing can be stored beside it. */
    @Test
    @Requirement("C7")
    void failureThatCannotBeKeptIsReported() {
        OperationOptions options =
                OPTIONS.withMode(TransactionMode.ONE_COMMIT).withFailOn(IllegalArgumentException.class);
        bench.transactions.begin();

        assertThatThrownBy(() -> bench.execute(options, () -> {
                    throw new IllegalArgumentException("declined");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        bench.transactions.rollback(); // what happened inside is reported now

        assertThat(bench.events(NotSettled.class))
                .extracting(NotSettled::reason)
                .containsExactly(Loss.REJECTION_NOT_KEPT);
    }

    @Test
    @Requirement("X8")
    void replayWithinOneLeavesItAsItWas() throws Exception {
        OperationOptions options = OPTIONS.withMode(TransactionMode.ONE_COMMIT);
        bench.execute(options, () -> "before");
        bench.transactions.begin();

        assertThat(bench.execute(options, () -> "again")).isEqualTo("before");

        assertThat(bench.transactions.isMarkedForRollback()).isFalse();
        bench.transactions.commit();
    }

    @Test
    @Requirement("X3")
    void lockWaitThatIsOverLeavesItOnlyForARollback() {
        bench.joining.lockWaitIsOver = true;
        bench.transactions.begin();

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(TransactionMode.ONE_COMMIT), () -> "never"))
                .isInstanceOf(OperationInProgressException.class);

        assertThat(bench.transactions.isMarkedForRollback()).isTrue();
        bench.transactions.rollback();
    }

    @Test
    @Requirement("X3")
    void secondCallForTheKeyInOneTransactionDoesNotWaitForTheFirst() throws Exception {
        OperationOptions options = OPTIONS.withMode(TransactionMode.ONE_COMMIT);
        bench.transactions.begin();
        bench.execute(options, () -> "first");

        // the double shows an outcome only once it is committed, so the second call is answered that the first still
        // runs
        assertThatThrownBy(() -> bench.execute(options, () -> "second"))
                .isInstanceOf(OperationInProgressException.class);
        assertThat(bench.joining.claims).as("claims that reached the store").hasValue(2);
        bench.transactions.commit();
        assertThat(bench.execute(options, () -> "third")).isEqualTo("first");
    }

    @Test
    @Requirement("A12")
    void aCallJoinsWhereNobodyChoseAMode() throws Exception {
        OperationOptions nobody =
                EngineSettings.read(new SettingsReader(name -> null)).defaults();
        bench.transactions.begin();
        assertThat(bench.execute(nobody, () -> "within")).isEqualTo("within");

        bench.transactions.rollback();
        bench.scheduler.drain();

        assertThat(bench.record()).isEmpty();
        assertThatThrownBy(() -> {
                    bench.transactions.begin();
                    bench.execute(nobody.withMode(TransactionMode.INDEPENDENT), () -> "refused");
                })
                .isInstanceOf(OpenTransactionException.class);
    }
}
