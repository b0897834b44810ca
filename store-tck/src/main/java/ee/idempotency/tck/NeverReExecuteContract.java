// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.OnLeaseLost.NEVER_RE_EXECUTE;
import static ee.idempotency.OnLeaseLost.TAKE_OVER;
import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.onLeaseLost;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static ee.idempotency.tck.Requests.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import org.junit.jupiter.api.Test;

/** Operations that must never run twice: an owner that fell silent leaves its key to an operator. */
interface NeverReExecuteContract extends StoreContract {

    @Test
    @Requirement("C13")
    default void silentOwnersOutcomeIsUnknownForEverAndItsRecordIsNeverSwept() {
        ClaimRequest first = onLeaseLost(request("never twice"), NEVER_RE_EXECUTE);
        probe().acquire(first);
        assertThat(probe().claim(repeat(first))).isInstanceOf(Claim.InProgress.class);

        probe().advance(LEASE.plusHours(1));
        assertUnknown(first);
        probe().advance(RETENTION);
        assertUnknown(first);
    }

    private void assertUnknown(ClaimRequest first) {
        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.OutcomeUnknown());
        assertThat(probe().claim(withPayload(first, "another payload"))).isEqualTo(new Claim.KeyReused());
        assertThat(probe().store().sweep(10)).isZero();
        IdempotencyRecord record = probe().record(first);
        assertThat(record.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(record.onLeaseLost()).isEqualTo(NEVER_RE_EXECUTE);
        assertThat(record.attempt()).isEqualTo(1);
    }

    @Test
    @Requirement("C13")
    default void ownerThatWakesUpMayStillTellTheOutcome() {
        ClaimRequest first = onLeaseLost(request("wakes up"), NEVER_RE_EXECUTE);
        Ownership owner = probe().acquire(first);
        probe().advance(LEASE.plusHours(1));
        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.OutcomeUnknown());

        assertThat(probe().store().complete(owner, answer("at last"))).isEqualTo(OwnerWrite.APPLIED);

        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Completed(answer("at last")));
        probe().advance(RETENTION);
        assertThat(probe().store().sweep(10))
                .as("settled, it is swept like any other")
                .isEqualTo(1);
    }

    @Test
    @Requirement("C13")
    default void operatorResolvesByDeletingTheRecord() {
        ClaimRequest first = onLeaseLost(request("resolved"), NEVER_RE_EXECUTE);
        Ownership silent = probe().acquire(first);
        probe().advance(LEASE.plusHours(1));

        assertThat(probe().store().delete(first.recordKey())).isTrue();

        probe().acquireAndComplete(repeat(first), answer("of the second run"));
        assertThat(probe().store().complete(silent, answer("too late"))).isEqualTo(OwnerWrite.NOT_OWNER);
    }

    @Test
    @Requirement("C13")
    default void firstClaimsChoiceBindsLaterOnes() {
        ClaimRequest never = onLeaseLost(request("first said never"), NEVER_RE_EXECUTE);
        probe().acquire(never);
        ClaimRequest takeOver = request("first said take over");
        probe().acquire(takeOver);
        probe().advance(LEASE.plusHours(1));

        assertThat(probe().claim(onLeaseLost(never, TAKE_OVER))).isEqualTo(new Claim.OutcomeUnknown());
        ClaimRequest later = onLeaseLost(takeOver, NEVER_RE_EXECUTE);
        assertThat(probe().acquire(later).attempt()).isEqualTo(2);
        assertThat(probe().record(later).onLeaseLost()).isEqualTo(TAKE_OVER);
    }
}
