// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.engine.FakeTransactions.CommitEnd;
import ee.idempotency.spi.IdempotencyEvent.CommitJudged;
import ee.idempotency.spi.IdempotencyEvent.Verdict;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A commit that was refused, or whose answer is lost: the row decides, not the exception. */
class UnansweredCommitTest {

    private static final StoreUnavailableException UNAVAILABLE = new StoreUnavailableException("no answer", null);

    private final EngineFixture bench = new EngineFixture();

    @AfterEach
    void noTransactionIsLeftOnTheThread() {
        assertThat(bench.transactions.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X2")
    void answerWhoseCommitIsRefusedIsNotGivenOutAndTheKeyIsFree(TransactionMode mode) {
        bench.transactions.commitEnd = CommitEnd.ROLLED_BACK;

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> "never"))
                .isInstanceOf(TransactionRolledBackException.class)
                .hasMessageContaining("could not be committed");

        assertThat(bench.record()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X2")
    void answerWhoseCommitHappenedUnansweredIsGivenOut(TransactionMode mode) {
        bench.transactions.commitEnd = CommitEnd.COMMITTED_WITHOUT_ANSWER;

        assertThat(bench.execute(OPTIONS.withMode(mode), () -> "done")).isEqualTo("done");

        bench.transactions.commitEnd = CommitEnd.COMMITTED;
        assertThat(bench.execute(OPTIONS.withMode(mode), () -> "twice")).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("X2")
    @Requirement("X3")
    void keyThatCanBeHadAgainProvesThatAnUnansweredCommitDidNotHappen(TransactionMode mode) {
        bench.transactions.commitEnd = CommitEnd.ROLLED_BACK_WITHOUT_ANSWER;

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> "never"))
                .isInstanceOf(TransactionRolledBackException.class);

        assertThat(bench.record()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C3")
    @Requirement("X2")
    @Requirement("X3")
    void outcomeOfAnotherAttemptIsNoProofOfAnUnansweredCommit(TransactionMode mode) {
        bench.transactions.commitEnd = CommitEnd.ROLLED_BACK_WITHOUT_ANSWER;
        bench.transactions.beforeCommit = () -> bench.takeOverElsewhere("other");

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(mode), () -> "mine"))
                .isInstanceOf(OutcomeNotStoredException.class);

        assertThat(bench.events(CommitJudged.class))
                .extracting(CommitJudged::verdict)
                .containsExactly(Verdict.UNKNOWN);
        bench.transactions.commitEnd = CommitEnd.COMMITTED;
        assertThat(bench.execute(OPTIONS.withMode(mode), () -> "again")).isEqualTo("other");
    }

    @Test
    @Requirement("X3")
    void commitThatIsSaidToBeRolledBackIsUnknownAsLongAsTheDatabaseHasYetToDecide() {
        bench.transactions.commitEnd = CommitEnd.ROLLED_BACK;

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(TransactionMode.ONE_COMMIT), () -> {
                    bench.store.failOn(Verb.CLAIM, UNAVAILABLE); // the claim that would wait for the decision
                    return "perhaps";
                }))
                .isInstanceOf(OutcomeNotStoredException.class);
    }

    @Test
    @Requirement("X2")
    void unansweredCommitIsUnknownAsLongAsTheStoreDoesNotAnswer() {
        bench.transactions.commitEnd = CommitEnd.COMMITTED_WITHOUT_ANSWER;
        bench.store.failOn(Verb.RELEASE, UNAVAILABLE);

        assertThatThrownBy(() -> bench.execute(OPTIONS.withMode(TransactionMode.JOINED), () -> "done"))
                .isInstanceOf(OutcomeNotStoredException.class);

        bench.store.recover();
        bench.transactions.commitEnd = CommitEnd.COMMITTED;
        assertThat(bench.execute(OPTIONS.withMode(TransactionMode.JOINED), () -> "twice"))
                .isEqualTo("done");
    }
}
