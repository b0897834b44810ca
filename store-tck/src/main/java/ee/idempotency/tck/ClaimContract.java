// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.lasting;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static ee.idempotency.tck.Requests.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a claim returns, record by record. */
interface ClaimContract extends StoreContract {

    @Test
    @Requirement("C1")
    default void freshKeyIsAcquired() {
        ClaimRequest request = request("fresh");

        assertThat(probe().acquire(request).attempt()).isEqualTo(1);
        IdempotencyRecord record = probe().record(request);
        assertThat(record.binding()).isEqualTo(request.binding());
        assertThat(record.fingerprint()).isEqualTo(request.fingerprint());
        assertThat(record.onLeaseLost()).isEqualTo(request.onLeaseLost());
        assertThat(Duration.between(record.createdAt(), record.expiresAt())).isCloseTo(RETENTION, TOLERANCE);
        assertThat(Duration.between(record.createdAt(), record.leaseUntil().orElseThrow()))
                .isCloseTo(LEASE, TOLERANCE);
    }

    @Test
    @Requirement("C1")
    default void claimOfOwnedKeyIsAnsweredInProgressWithWhatIsLeftOfTheLease() {
        ClaimRequest owner = request("owned");
        probe().acquire(owner);
        probe().advance(Duration.ofHours(1));

        Claim claim = probe().claim(repeat(owner));

        assertThat(claim)
                .isInstanceOfSatisfying(
                        Claim.InProgress.class,
                        inProgress -> assertThat(inProgress.leaseRemaining())
                                .isPositive()
                                .isLessThanOrEqualTo(Duration.ofHours(1))
                                .isGreaterThan(Duration.ofHours(1).minus(TOLERANCE)));
    }

    @Test
    @Requirement("C1")
    default void otherNodeSeesTheClaim() {
        ClaimRequest owner = request("two nodes");
        Ownership ownership = probe().acquire(owner);

        assertThat(probe().claimOnNode(1, repeat(owner))).isInstanceOf(Claim.InProgress.class);
        assertThat(probe().node(1).complete(ownership, answer("of the other node")))
                .isEqualTo(OwnerWrite.APPLIED);
        assertThat(probe().claim(repeat(owner))).isEqualTo(new Claim.Completed(answer("of the other node")));
    }

    @Test
    default void claimByTheTokenThatOwnsTheKeyIsAcquiredAgain() {
        ClaimRequest unanswered = request("commit went unanswered");
        Ownership first = probe().acquire(unanswered);

        Ownership second = probe().acquire(unanswered);

        assertThat(second.attempt()).isEqualTo(first.attempt());
        assertThat(probe().claim(repeat(unanswered))).isInstanceOf(Claim.InProgress.class);
        assertThat(probe().store().complete(second, answer("once"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("C9")
    default void claimIsTakenOverOnceItsLeaseHasRunOut() {
        ClaimRequest crashed = request("crashed");
        probe().acquire(crashed);
        IdempotencyRecord before = probe().record(crashed);
        probe().advance(LEASE.plusHours(1));

        ClaimRequest taker = lasting(crashed, Duration.ofHours(5), Duration.ofHours(30));
        Ownership taken = probe().acquire(taker);

        assertThat(taken.attempt()).isEqualTo(2);
        IdempotencyRecord after = probe().record(taker);
        assertThat(after.attempt()).isEqualTo(2);
        assertThat(after.binding()).isEqualTo(before.binding());
        assertThat(Duration.between(after.createdAt(), after.leaseUntil().orElseThrow()))
                .as("age of the record plus the taker's lease")
                .isCloseTo(LEASE.plusHours(1).plusHours(5), TOLERANCE);
        assertThat(Duration.between(after.createdAt(), after.expiresAt()))
                .as("age of the record plus the taker's retention")
                .isCloseTo(LEASE.plusHours(1).plusHours(30), TOLERANCE);
    }

    @Test
    @Requirement("C3")
    default void attemptGrowsWithEveryTakeover() {
        ClaimRequest first = request("crashes again and again");
        probe().acquire(first);
        for (int attempt = 2; attempt <= 5; attempt++) {
            probe().advance(LEASE.plusHours(1));
            assertThat(probe().acquire(repeat(first)).attempt()).isEqualTo(attempt);
        }
    }

    @Test
    @Requirement("C14")
    default void otherPayloadIsAnsweredKeyReusedInEveryState() {
        ClaimRequest running = request("running");
        Ownership owner = probe().acquire(running);
        assertKeyReused(running, "in progress");

        probe().advance(LEASE.plusHours(1));
        assertKeyReused(running, "in progress, lease over");
        assertThat(probe().store().complete(owner, answer("stored")))
                .as("the claim was not touched")
                .isEqualTo(OwnerWrite.APPLIED);
        assertKeyReused(running, "completed");

        ClaimRequest failed = request("failed");
        probe().acquireAndFail(failed, failure("declined"));
        assertKeyReused(failed, "failed");
    }

    private void assertKeyReused(ClaimRequest first, String state) {
        assertThat(probe().claim(withPayload(first, "another payload")))
                .as(state)
                .isEqualTo(new Claim.KeyReused());
    }

    @Test
    @Requirement("C6")
    default void releasedKeyIsClaimableAtOnceEvenWithAnotherPayload() {
        ClaimRequest first = request("given back");
        Ownership owner = probe().acquire(first);

        assertThat(probe().store().release(owner)).isEqualTo(OwnerWrite.APPLIED);

        assertThat(probe().lookup(first)).isEmpty();
        ClaimRequest corrected = withPayload(first, "corrected");
        probe().acquireAndComplete(corrected, answer("of the corrected payload"));
        assertThat(probe().claim(withPayload(first, "corrected")))
                .isEqualTo(new Claim.Completed(answer("of the corrected payload")));
    }
}
