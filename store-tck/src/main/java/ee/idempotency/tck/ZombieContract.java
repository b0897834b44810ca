// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static ee.idempotency.tck.Requests.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import org.junit.jupiter.api.Test;

/** A paused owner wakes up after its claim has passed to another: whatever it writes is refused and changes nothing. */
interface ZombieContract extends StoreContract {

    @Test
    @Requirement("C3")
    default void zombieIsRefusedWhileItsSuccessorRuns() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest request = request("taken over, then " + verb);
            Ownership zombie = probe().acquire(request);
            probe().advance(LEASE.plusHours(1));
            Ownership successor = probe().acquire(repeat(request));

            assertZombieIsRefused(verb, zombie, successor, request);
        }
    }

    @Test
    @Requirement("C3")
    default void zombieIsRefusedAfterItsSuccessorCompleted() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest request = request("completed by the successor, then " + verb);
            Ownership zombie = probe().acquire(request);
            probe().advance(LEASE.plusHours(1));
            probe().acquireAndComplete(repeat(request), answer("of the successor"));

            assertThat(verb.apply(probe().store(), zombie)).as(verb.name()).isEqualTo(OwnerWrite.NOT_OWNER);
            assertThat(probe().claim(repeat(request))).isEqualTo(new Claim.Completed(answer("of the successor")));
        }
    }

    @Test
    @Requirement("C3")
    @Requirement("C4")
    default void ownerOfADeletedRecordIsRefusedByTheNextRecordOfItsKey() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest request = request("deleted and claimed again, then " + verb);
            Ownership zombie = probe().acquire(request);
            assertThat(probe().store().delete(request.recordKey())).isTrue();
            Ownership successor = probe().acquire(withPayload(request, "another payload"));
            assertThat(successor.attempt()).as("the new record counts from 1").isEqualTo(zombie.attempt());

            assertZombieIsRefused(verb, zombie, successor, request);
        }
    }

    @Test
    @Requirement("C3")
    @Requirement("C4")
    default void ownerOfAReleasedClaimIsRefusedByTheNextOne() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest request = request("released and claimed again, then " + verb);
            Ownership zombie = probe().acquire(request);
            assertThat(probe().store().release(zombie)).isEqualTo(OwnerWrite.APPLIED);
            Ownership successor = probe().acquire(withPayload(request, "another payload"));

            assertZombieIsRefused(verb, zombie, successor, request);
        }
    }

    @Test
    @Requirement("C3")
    @Requirement("C9")
    default void ownerOfAnExpiredClaimIsRefusedByTheOneThatReplacedIt() {
        for (OwnerVerb verb : OwnerVerb.values()) {
            ClaimRequest request = request("expired and claimed again, then " + verb);
            Ownership zombie = probe().acquire(request);
            probe().advance(RETENTION.plusHours(1));
            Ownership successor = probe().acquire(withPayload(request, "another payload"));

            assertZombieIsRefused(verb, zombie, successor, request);
        }
    }

    private void assertZombieIsRefused(OwnerVerb verb, Ownership zombie, Ownership successor, ClaimRequest request) {
        IdempotencyRecord before = probe().record(request);
        assertThat(verb.apply(probe().store(), zombie)).as(verb.name()).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(probe().record(request)).as("after " + verb).isEqualTo(before);
        assertThat(probe().store().complete(successor, answer("of the successor")))
                .as("the successor still owns the claim after " + verb)
                .isEqualTo(OwnerWrite.APPLIED);
    }
}
