// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static ee.idempotency.tck.Requests.withPayload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Claims and outcomes inside a transaction that somebody else begins and ends. */
interface JoinContract extends StoreContract {

    /** Long enough for any call that may wait, short enough for a test. */
    Duration LOCK_WAIT = Duration.ofSeconds(20);

    /** What work throws to have its transaction rolled back. */
    final class WorkFailedException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    @Test
    @Requirement("X3")
    default void claimAndOutcomeAreThereOnceTheTransactionCommits() throws Exception {
        ClaimRequest first = request("k");
        probe().inTransaction(() -> {
            Ownership owner = probe().acquireInTransaction(first, LOCK_WAIT);
            assertThat(probe().joinable().settleInTransaction(owner, answer("one")))
                    .isEqualTo(OwnerWrite.APPLIED);
            return owner;
        });

        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Completed(answer("one")));
    }

    @Test
    @Requirement("X3")
    default void rollbackTakesClaimAndOutcomeAway() {
        ClaimRequest first = request("k");
        assertThatThrownBy(() -> probe().inTransaction(() -> {
                    Ownership owner = probe().acquireInTransaction(first, LOCK_WAIT);
                    probe().joinable().settleInTransaction(owner, answer("never"));
                    throw new WorkFailedException();
                }))
                .isInstanceOf(WorkFailedException.class);

        assertThat(probe().lookup(first)).isEmpty();
        probe().acquire(repeat(first));
    }

    @Test
    @Requirement("X2")
    default void rollbackOfAnOutcomeLeavesTheClaimThatWasCommittedBefore() {
        ClaimRequest first = request("k");
        Ownership owner = probe().acquire(first);
        assertThatThrownBy(() -> probe().inTransaction(() -> {
                    assertThat(probe().joinable().settleInTransaction(owner, answer("never")))
                            .isEqualTo(OwnerWrite.APPLIED);
                    throw new WorkFailedException();
                }))
                .isInstanceOf(WorkFailedException.class);

        assertThat(probe().record(first).state()).isEqualTo(State.IN_PROGRESS);
        assertThat(probe().joinable().isSettledBy(owner, answer("never"))).isFalse();
        assertThat(probe().store().release(owner)).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("X2")
    default void outcomeOfACommittedClaimIsThereOnceTheTransactionCommits() throws Exception {
        ClaimRequest first = request("k");
        Ownership owner = probe().acquire(first);

        probe().inTransaction(() -> probe().joinable().settleInTransaction(owner, failure("declined")));

        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Failed(failure("declined")));
        assertThat(probe().joinable().isSettledBy(owner, failure("declined"))).isTrue();
        assertThat(probe().joinable().isSettledBy(owner, answer("another"))).isFalse();
    }

    @Test
    @Requirement("X3")
    default void claimThatAnotherTransactionHoldsIsWaitedForNoLongerThanAllowed() throws Exception {
        ClaimRequest first = request("k");
        probe().inTransaction(() -> {
            Ownership owner = probe().acquireInTransaction(first, LOCK_WAIT);
            assertThat(probe().claimOnOtherNodeInTransaction(repeat(first), Duration.ofMillis(200)))
                    .succeedsWithin(10, TimeUnit.SECONDS)
                    .satisfies(answer -> assertThat(answer).isEmpty());
            return probe().joinable().settleInTransaction(owner, answer("one"));
        });

        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Completed(answer("one")));
    }

    @Test
    @Requirement("X3")
    default void whoWaitedLearnsWhatWasCommitted() throws Exception {
        ClaimRequest first = request("k");
        CompletableFuture<Optional<Claim>> waiter = probe().inTransaction(() -> {
            Ownership owner = probe().acquireInTransaction(first, LOCK_WAIT);
            var waiting = probe().claimOnOtherNodeInTransaction(repeat(first), LOCK_WAIT);
            assertThat(waiting)
                    .as("a claim of another node, while the first is not committed")
                    .failsWithin(300, TimeUnit.MILLISECONDS)
                    .withThrowableOfType(TimeoutException.class);
            probe().joinable().settleInTransaction(owner, answer("one"));
            return waiting;
        });

        assertThat(waiter)
                .succeedsWithin(1, TimeUnit.MINUTES)
                .satisfies(answer -> assertThat(answer).contains(new Claim.Completed(answer("one"))));
    }

    @Test
    @Requirement("X8")
    default void recordThatStandsInTheWayLeavesTheTransactionAsItWas() throws Exception {
        ClaimRequest completed = request("completed");
        probe().acquireAndComplete(completed, answer("one"));
        ClaimRequest running = request("running");
        probe().acquire(running);
        ClaimRequest fresh = request("fresh");

        probe().inTransaction(() -> {
            assertThat(probe().claimInTransaction(repeat(completed), LOCK_WAIT))
                    .contains(new Claim.Completed(answer("one")));
            assertThat(probe().claimInTransaction(withPayload(completed, "another"), LOCK_WAIT))
                    .contains(new Claim.KeyReused());
            assertThat(probe().claimInTransaction(repeat(running), LOCK_WAIT))
                    .containsInstanceOf(Claim.InProgress.class);
            Ownership owner = probe().acquireInTransaction(fresh, LOCK_WAIT);
            return probe().joinable().settleInTransaction(owner, answer("two"));
        });

        assertThat(probe().claim(repeat(fresh))).isEqualTo(new Claim.Completed(answer("two")));
    }

    @Test
    @Requirement("C3")
    default void zombieIsRefusedInATransactionToo() throws Exception {
        ClaimRequest first = request("k");
        Ownership zombie = probe().acquire(first);
        probe().advance(LEASE);
        Ownership successor = probe().acquire(repeat(first));

        assertThat(probe().<OwnerWrite>inTransaction(
                                () -> probe().joinable().settleInTransaction(zombie, answer("zombie"))))
                .isEqualTo(OwnerWrite.NOT_OWNER);

        assertThat(probe().store().complete(successor, answer("successor"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("C2")
    default void takeoverInATransactionCountsOnceItCommits() throws Exception {
        ClaimRequest first = request("k");
        Ownership silent = probe().acquire(first);
        probe().advance(LEASE);
        assertThatThrownBy(() -> probe().inTransaction(() -> {
                    probe().acquireInTransaction(repeat(first), LOCK_WAIT);
                    throw new WorkFailedException();
                }))
                .isInstanceOf(WorkFailedException.class);
        assertThat(probe().record(first).attempt()).isEqualTo(1);

        Ownership taker = probe().inTransaction(() -> probe().acquireInTransaction(repeat(first), LOCK_WAIT));

        assertThat(taker.attempt()).isEqualTo(2);
        assertThat(probe().store().complete(silent, answer("silent"))).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(probe().store().complete(taker, answer("taker"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("X2")
    default void outcomeIsRefusedInATransactionOnceItsRecordIsPastItsRetention() throws Exception {
        ClaimRequest first = request("k");
        Ownership owner = probe().acquire(first);
        probe().advance(RETENTION);

        assertThat(probe().<OwnerWrite>inTransaction(
                                () -> probe().joinable().settleInTransaction(owner, answer("too late"))))
                .isEqualTo(OwnerWrite.NOT_OWNER);
    }
}
