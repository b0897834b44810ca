// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an owner may write, and a stranger may not. */
interface OwnershipContract extends StoreContract {

    @Test
    @Requirement("C3")
    default void ownerWhoseLeaseRanOutMayWriteUntilSomebodyTakesOver() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest slow = request("slow " + verb);
            Ownership owner = probe().acquire(slow);
            probe().advance(LEASE.plusHours(1));

            assertThat(verb.apply(probe().store(), owner)).as(verb.name()).isEqualTo(OwnerWrite.APPLIED);
        }
    }

    @Test
    @Requirement("C5")
    default void renewLetsLeaseAndRetentionRunFromNow() {
        ClaimRequest request = request("renewed");
        Ownership owner = probe().acquire(request);
        probe().advance(Duration.ofHours(1));

        assertThat(probe().store().renew(owner, Duration.ofHours(5), Duration.ofHours(50)))
                .isEqualTo(OwnerWrite.APPLIED);

        IdempotencyRecord record = probe().record(request);
        assertThat(Duration.between(record.createdAt(), record.leaseUntil().orElseThrow()))
                .isCloseTo(Duration.ofHours(6), TOLERANCE);
        assertThat(Duration.between(record.createdAt(), record.expiresAt())).isCloseTo(Duration.ofHours(51), TOLERANCE);
        probe().advance(Duration.ofHours(4));
        assertThat(probe().claim(repeat(request))).as("five hours are not over").isInstanceOf(Claim.InProgress.class);
        probe().advance(Duration.ofHours(2));
        assertThat(probe().acquire(repeat(request)).attempt())
                .as("now they are")
                .isEqualTo(2);
    }

    @Test
    @Requirement("C5")
    default void renewedOwnerStillOwns() {
        ClaimRequest request = request("renewed and completed");
        Ownership owner = probe().acquire(request);
        for (int beat = 0; beat < 3; beat++) {
            assertThat(probe().store().renew(owner, LEASE, RETENTION)).isEqualTo(OwnerWrite.APPLIED);
        }

        assertThat(probe().store().complete(owner, answer("late"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    @Requirement("C6")
    default void settledRecordIsTouchedByNoFurtherWriteOfItsOwner() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest completed = request("completed, then " + verb);
            Ownership owner = probe().acquireAndComplete(completed, answer("first"));
            assertRefused(verb, owner, completed);

            ClaimRequest failed = request("failed, then " + verb);
            Ownership failedOwner = probe().acquireAndFail(failed, failure("declined"));
            assertRefused(verb, failedOwner, failed);
        }
    }

    @Test
    @Requirement("C6")
    default void writesOfAnAbsentRecordAreRefusedAndMakeNone() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest request = request("gone before " + verb);
            Ownership owner = probe().acquire(request);
            assertThat(probe().store().release(owner)).isEqualTo(OwnerWrite.APPLIED);

            assertRefused(verb, owner, request);
            assertThat(probe().lookup(request)).isEmpty();
        }
    }

    @Test
    @Requirement("C3")
    default void waiterCannotWriteTheLiveOwnersRecord() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest request = request("waited for " + verb);
            Ownership owner = probe().acquire(request);
            ClaimRequest waiting = repeat(request);
            assertThat(probe().claim(waiting)).isInstanceOf(Claim.InProgress.class);
            Ownership waiter = withToken(owner, waiting.ownerToken());

            assertRefused(verb, waiter, request);
            assertThat(probe().claim(repeat(request))).as("still owned").isInstanceOf(Claim.InProgress.class);
            assertThat(probe().store().complete(owner, answer("of the owner"))).isEqualTo(OwnerWrite.APPLIED);
        }
    }

    @Test
    @Requirement("C8")
    default void deleteRemovesOneRecordInAnyStateAndSaysWhetherItExisted() {
        ClaimRequest running = request("deleted while running");
        probe().acquire(running);
        ClaimRequest settled = request("deleted once settled");
        probe().acquireAndComplete(settled, answer("stored"));
        ClaimRequest neighbour = request("not deleted");
        probe().acquire(neighbour);

        assertThat(probe().store().delete(running.recordKey())).isTrue();
        assertThat(probe().store().delete(running.recordKey())).isFalse();
        assertThat(probe().store().delete(settled.recordKey())).isTrue();
        assertThat(probe().store().delete(request("never claimed").recordKey())).isFalse();

        assertThat(probe().lookup(running)).isEmpty();
        assertThat(probe().lookup(settled)).isEmpty();
        assertThat(probe().lookup(neighbour)).isPresent();
    }

    private void assertRefused(OwnerVerb verb, Ownership by, ClaimRequest request) {
        Optional<IdempotencyRecord> before = probe().lookup(request);
        assertThat(verb.apply(probe().store(), by)).as(verb.name()).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(probe().lookup(request)).as("after " + verb).isEqualTo(before);
    }

    private static Ownership withToken(Ownership of, UUID token) {
        return new Ownership(of.recordKey(), token, of.attempt(), of.version());
    }
}
