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

/** Two clocks: the lease of an owner and the retention of an outcome. */
interface ExpiryContract extends StoreContract {

    @Test
    @Requirement("C9")
    default void outcomeIsReplayedLongAfterTheLeaseRanOut() {
        ClaimRequest first = request("kept");
        probe().acquireAndComplete(first, answer("kept"));
        probe().advance(RETENTION.minusHours(1));

        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Completed(answer("kept")));
    }

    @Test
    @Requirement("C9")
    default void expiredAnswerCountsAsAbsentBeforeItIsSwept() {
        ClaimRequest first = request("expired");
        probe().acquireAndComplete(first, answer("old"));
        probe().advance(RETENTION.plusHours(1));

        assertThat(probe().lookup(first)).isEmpty();
        ClaimRequest next = withPayload(first, "another payload");
        assertThat(probe().acquire(next).attempt()).isEqualTo(1);
        IdempotencyRecord record = probe().record(next);
        assertThat(record.fingerprint()).isEqualTo(next.fingerprint());
        assertThat(record.outcome()).isEmpty();
        assertThat(Duration.between(record.createdAt(), record.expiresAt()))
                .as("the new record is as young as its claim")
                .isCloseTo(RETENTION, TOLERANCE);
    }

    @Test
    @Requirement("C9")
    default void expiredFailureCountsAsAbsentBeforeItIsSwept() {
        ClaimRequest first = request("expired failure");
        probe().acquireAndFail(first, failure("declined"));
        probe().advance(RETENTION.plusHours(1));

        assertThat(probe().lookup(first)).isEmpty();
        probe().acquireAndComplete(repeat(first), answer("new"));
        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Completed(answer("new")));
    }

    @Test
    @Requirement("C9")
    default void abandonedClaimPastItsRetentionCountsAsAbsent() {
        ClaimRequest first = request("abandoned");
        probe().acquire(first);
        probe().advance(RETENTION.plusHours(1));

        assertThat(probe().lookup(first)).isEmpty();
        assertThat(probe().acquire(withPayload(first, "another payload")).attempt())
                .isEqualTo(1);
    }

    @Test
    @Requirement("C9")
    default void retentionOfAnAnswerCountsFromItsClaim() {
        ClaimRequest slow = request("slow");
        Ownership owner = probe().acquire(slow);
        probe().advance(RETENTION.minusHours(2));
        assertThat(probe().store().complete(owner, answer("late"))).isEqualTo(OwnerWrite.APPLIED);

        assertThat(probe().claim(repeat(slow))).isEqualTo(new Claim.Completed(answer("late")));
        probe().advance(Duration.ofHours(3));
        assertThat(probe().acquire(repeat(slow)).attempt()).isEqualTo(1);
    }

    @Test
    @Requirement("C9")
    default void claimWithARunningLeaseIsPresentWhateverItsRetention() {
        ClaimRequest oddity = lasting(request("lease beyond retention"), Duration.ofHours(10), Duration.ofHours(1));
        Ownership owner = probe().acquire(oddity);
        probe().advance(Duration.ofHours(5));

        assertThat(probe().claim(repeat(oddity))).isInstanceOf(Claim.InProgress.class);
        assertThat(probe().lookup(oddity)).isPresent();
        assertThat(probe().store().sweep(10)).isZero();
        assertThat(probe().store().renew(owner, LEASE, RETENTION)).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("C8")
    default void lookupRefreshesNothing() {
        ClaimRequest running = request("looked at while running");
        probe().acquire(running);
        ClaimRequest settled = request("looked at once settled");
        probe().acquireAndComplete(settled, answer("seen"));
        probe().advance(Duration.ofHours(1));

        IdempotencyRecord runningRecord = probe().record(running);
        IdempotencyRecord settledRecord = probe().record(settled);
        for (int turn = 0; turn < 3; turn++) {
            assertThat(probe().node(turn).lookup(running.recordKey())).contains(runningRecord);
            assertThat(probe().node(turn).lookup(settled.recordKey())).contains(settledRecord);
        }
        assertThat(Duration.between(
                        runningRecord.createdAt(), runningRecord.leaseUntil().orElseThrow()))
                .isCloseTo(LEASE, TOLERANCE);
        assertThat(Duration.between(settledRecord.createdAt(), settledRecord.expiresAt()))
                .isCloseTo(RETENTION, TOLERANCE);

        probe().advance(LEASE);
        assertThat(probe().acquire(repeat(running)).attempt()).isEqualTo(2);
        probe().advance(RETENTION.minus(LEASE));
        assertThat(probe().lookup(settled)).isEmpty();
    }

    @Test
    @Requirement("C9")
    default void replayAndRefusalRefreshNothing() {
        ClaimRequest running = request("asked for while running");
        probe().acquire(running);
        ClaimRequest settled = request("asked for once settled");
        probe().acquireAndComplete(settled, answer("asked"));
        probe().advance(Duration.ofHours(1));
        IdempotencyRecord runningRecord = probe().record(running);
        IdempotencyRecord settledRecord = probe().record(settled);

        probe().claim(repeat(running));
        probe().claim(withPayload(running, "another payload"));
        probe().claim(repeat(settled));
        probe().claim(withPayload(settled, "another payload"));

        assertThat(probe().lookup(running)).contains(runningRecord);
        assertThat(probe().lookup(settled)).contains(settledRecord);
    }
}
