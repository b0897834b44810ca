// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.OnLeaseLost.NEVER_RE_EXECUTE;
import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.lasting;
import static ee.idempotency.tck.Requests.onLeaseLost;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the sweep deletes, and what it never does. */
interface SweepContract extends StoreContract {

    @Test
    @Requirement("C11")
    default void sweepDeletesExpiredRecordsInBoundedBatchesAndCountsThem() {
        for (int number = 0; number < 7; number++) {
            probe().acquireAndComplete(request("expired " + number), answer("old"));
        }
        probe().advance(RETENTION.plusHours(1));

        assertThat(probe().store().sweep(3)).isEqualTo(3);
        assertThat(probe().store().sweep(3)).isEqualTo(3);
        assertThat(probe().store().sweep(3)).isEqualTo(1);
        assertThat(probe().store().sweep(3)).isZero();
        assertThat(probe().store().delete(request("expired 0").recordKey()))
                .as("deleted, not only hidden")
                .isFalse();
    }

    @Test
    @Requirement("C11")
    default void sweepDeletesWhatIsExpiredAndNothingElse() {
        ClaimRequest completed = request("completed, expired");
        probe().acquireAndComplete(completed, answer("old"));
        ClaimRequest failed = request("failed, expired");
        probe().acquireAndFail(failed, failure("old"));
        ClaimRequest abandoned = request("abandoned, expired");
        probe().acquire(abandoned);
        ClaimRequest unresolved = onLeaseLost(request("unresolved"), NEVER_RE_EXECUTE);
        probe().acquire(unresolved);
        ClaimRequest renewed = request("renewed");
        Ownership renewing = probe().acquire(renewed);
        ClaimRequest kept = lasting(request("kept longer"), LEASE, RETENTION.multipliedBy(3));
        probe().acquireAndComplete(kept, answer("kept"));
        probe().advance(RETENTION.plusHours(1));
        assertThat(probe().store().renew(renewing, LEASE, RETENTION)).isEqualTo(OwnerWrite.APPLIED);
        ClaimRequest live = request("live");
        Ownership liveOwner = probe().acquire(live);

        assertThat(probe().store().sweep(100)).isEqualTo(3);

        assertThat(probe().store().delete(completed.recordKey())).isFalse();
        assertThat(probe().store().delete(failed.recordKey())).isFalse();
        assertThat(probe().store().delete(abandoned.recordKey())).isFalse();
        assertThat(probe().claim(Requests.repeat(unresolved))).isEqualTo(new Claim.OutcomeUnknown());
        assertThat(probe().claim(Requests.repeat(kept))).isEqualTo(new Claim.Completed(answer("kept")));
        assertThat(probe().store().complete(renewing, answer("renewed"))).isEqualTo(OwnerWrite.APPLIED);
        assertThat(probe().store().complete(liveOwner, answer("live"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("C11")
    default void claimWhoseLeaseRanOutIsSweptOnlyPastItsRetention() {
        ClaimRequest abandoned = request("abandoned");
        probe().acquire(abandoned);

        probe().advance(LEASE.plusHours(1));
        assertThat(probe().store().sweep(10))
                .as("lease over, retention running")
                .isZero();
        assertThat(probe().lookup(abandoned)).isPresent();

        probe().advance(RETENTION.minus(LEASE).plus(Duration.ofHours(1)));
        assertThat(probe().store().sweep(10)).as("both over").isEqualTo(1);
    }

    @Test
    @Requirement("C3")
    @Requirement("C11")
    default void ownerOfASweptClaimIsRefusedAndResurrectsNothing() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest swept = request("swept, then " + verb);
            Ownership owner = probe().acquire(swept);
            probe().advance(RETENTION.plusHours(1));
            assertThat(probe().store().sweep(10)).isEqualTo(1);

            assertThat(verb.apply(probe().store(), owner)).as(verb.name()).isEqualTo(OwnerWrite.NOT_OWNER);
            assertThat(probe().lookup(swept)).isEmpty();
        }
    }

    @Test
    @Requirement("C11")
    default void sweepOfAnEmptyStoreDeletesNothing() {
        assertThat(probe().store().sweep(10)).isZero();
    }
}
