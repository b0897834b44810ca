// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InternalErrorException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.Outcome;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an answer: stored before anyone sees it, or not given out. */
class SettlingTest {

    private static final StoreUnavailableException UNAVAILABLE = new StoreUnavailableException("no answer", null);

    private final EngineFixture bench = new EngineFixture();

    @Test
    @Requirement("H7")
    void workDoesNotRunWhenTheStoreDoesNotAnswer() {
        bench.store.failOn(Verb.CLAIM, UNAVAILABLE);

        assertThatThrownBy(() -> bench.execute(() -> "never")).isSameAs(UNAVAILABLE);
        assertThat(bench.runs).hasValue(0);

        bench.store.recover();
        assertThat(bench.execute(() -> "now")).isEqualTo("now");
    }

    @Test
    void answerThatCannotBeStoredIsNotGivenOutAndItsClaimIsKept() {
        bench.store.failOn(Verb.COMPLETE, UNAVAILABLE);

        assertThatThrownBy(() -> bench.execute(() -> "lost"))
                .isInstanceOf(OutcomeNotStoredException.class)
                .hasCause(UNAVAILABLE);

        assertThat(bench.store.calls()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.IN_PROGRESS);
        bench.store.recover();
        assertThatThrownBy(() -> bench.execute(() -> "second")).isInstanceOf(OperationInProgressException.class);
        bench.clock.advance(OPTIONS.lease());
        assertThat(bench.execute(() -> "after the lease")).isEqualTo("after the lease");
    }

    @Test
    void otherExceptionsOfAStoreAreAnAnswerNotStoredToo() {
        IllegalStateException fault = new IllegalStateException("pool closed");
        bench.store.failOn(Verb.COMPLETE, fault);

        assertThatThrownBy(() -> bench.execute(() -> "lost"))
                .isInstanceOf(OutcomeNotStoredException.class)
                .hasCauseInstanceOf(InternalErrorException.class)
                .hasRootCause(fault);
    }

    @Test
    @Requirement("C3")
    void answerOfAnAttemptThatWasTakenOverIsNotGivenOut() {
        assertThatThrownBy(() -> bench.execute(() -> {
                    bench.takeOverElsewhere("of the successor");
                    return "of the zombie";
                }))
                .isInstanceOf(NotOwnerException.class);

        assertThat(bench.execute(() -> "third")).isEqualTo("of the successor");
    }

    @Test
    @Requirement("C8")
    void answerOfAnAttemptWhoseRecordWasDeletedIsNotGivenOut() {
        assertThatThrownBy(() -> bench.execute(() -> {
                    assertThat(bench.engine.delete(BINDING)).isTrue();
                    return "too late";
                }))
                .isInstanceOf(NotOwnerException.class);

        assertThat(bench.record()).isEmpty();
        assertThat(bench.engine.delete(BINDING)).isFalse();
    }

    @Test
    @Requirement("C3")
    void slowOwnerWhomNobodyTookOverStillCompletes() {
        assertThat(bench.execute(() -> {
                    bench.clock.advance(OPTIONS.lease().multipliedBy(3));
                    return "late";
                }))
                .isEqualTo("late");
    }

    @Test
    @Requirement("C6")
    void claimReleasedByAnAdapterIsClaimableAtOnceAndReleasingTwiceIsHarmless() {
        Attempt attempt = bench.begin(OPTIONS);

        attempt.release();
        attempt.release();

        assertThat(bench.execute(() -> "next")).isEqualTo("next");
        assertThatCode(attempt::release).doesNotThrowAnyException();
        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.COMPLETED);
    }

    @Test
    @Requirement("C3")
    void settledClaimIsNotSettledAgain() {
        Attempt attempt = bench.begin(OPTIONS);
        Outcome.Completed answer = new Outcome.Completed(200, List.of(), Bytes.EMPTY);
        attempt.complete(answer);

        assertThatThrownBy(() -> attempt.complete(answer)).isInstanceOf(NotOwnerException.class);
        assertThatThrownBy(() -> attempt.reject(new Outcome.Failed("late", ""))).isInstanceOf(NotOwnerException.class);
    }

    @Test
    @Requirement("C12")
    void everyRefusalHasItsException() {
        assertThat(Refusals.of(bench.call(OPTIONS), new Claim.KeyCollision()))
                .isInstanceOf(KeyCollisionException.class);
        assertThat(Refusals.of(bench.call(OPTIONS), new Claim.InProgress(Duration.ofSeconds(1))))
                .isInstanceOf(OperationInProgressException.class);
        Claim acquired = new Claim.Acquired(bench.begin(OPTIONS).claim().ownership());
        assertThatThrownBy(() -> Refusals.of(bench.call(OPTIONS), acquired))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
