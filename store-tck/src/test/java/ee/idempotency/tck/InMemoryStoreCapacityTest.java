// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the in-memory store does beyond the contract: it is bounded, and exact about time. */
@Requirement("S2")
class InMemoryStoreCapacityTest {

    private final SettableClock clock = new SettableClock();
    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(clock, 3);

    @Test
    void holdsTenThousandRecordsByDefault() {
        assertThat(InMemoryIdempotencyStore.DEFAULT_CAPACITY).isEqualTo(10_000);
    }

    @Test
    void evictsTheSettledRecordUsedLeastRecently() {
        ClaimRequest first = settled("first");
        ClaimRequest second = settled("second");
        ClaimRequest third = settled("third");
        assertThat(store.claim(repeat(first))).isInstanceOf(Claim.Completed.class);

        acquire(request("fourth"));

        assertThat(store.lookup(first.recordKey())).as("used a moment ago").isPresent();
        assertThat(store.lookup(second.recordKey())).as("evicted").isEmpty();
        assertThat(store.lookup(third.recordKey())).isPresent();
    }

    @Test
    @Requirement("C8")
    void lookupIsNoUse() {
        ClaimRequest first = settled("first");
        settled("second");
        settled("third");
        assertThat(store.lookup(first.recordKey())).isPresent();

        acquire(request("fourth"));

        assertThat(store.lookup(first.recordKey())).as("evicted all the same").isEmpty();
    }

    @Test
    void neverEvictsAClaimInProgress() {
        ClaimRequest running = request("running");
        Ownership owner = acquire(running);
        for (int number = 0; number < 50; number++) {
            settled("settled " + number);
        }

        assertThat(store.claim(repeat(running))).isInstanceOf(Claim.InProgress.class);
        assertThat(store.complete(owner, answer("done"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    void fullOfClaimsInProgressItRefusesNewOnesAndRecovers() {
        Ownership owner = acquire(request("first"));
        acquire(request("second"));
        acquire(request("third"));

        assertThatThrownBy(() -> store.claim(request("fourth"))).isInstanceOf(StoreUnavailableException.class);
        assertThat(store.claim(request("second")))
                .as("known keys are still answered")
                .isInstanceOf(Claim.InProgress.class);

        assertThat(store.release(owner)).isEqualTo(OwnerWrite.APPLIED);
        acquire(request("fourth"));
    }

    @Test
    void expiredClaimIsReplacedEvenInAFullStore() {
        ClaimRequest first = request("first");
        acquire(first);
        acquire(request("second"));
        acquire(request("third"));
        clock.advance(StoreContract.RETENTION);

        acquire(repeat(first));
    }

    @Test
    void capacityIsAtLeastOne() {
        assertThatThrownBy(() -> new InMemoryIdempotencyStore(clock, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("C9")
    void leaseEndsExactlyWhenItIsOver() {
        ClaimRequest request = request("key");
        acquire(request);
        clock.advance(StoreContract.LEASE.minusNanos(1));
        assertThat(store.claim(repeat(request))).isEqualTo(new Claim.InProgress(Duration.ofNanos(1)));

        clock.advance(Duration.ofNanos(1));

        assertThat(acquire(repeat(request)).attempt()).isEqualTo(2);
    }

    @Test
    @Requirement("C9")
    void retentionEndsExactlyWhenItIsOver() {
        ClaimRequest request = settled("key");
        clock.advance(StoreContract.RETENTION.minusNanos(1));
        assertThat(store.sweep(1)).isZero();
        assertThat(store.claim(repeat(request))).isInstanceOf(Claim.Completed.class);

        clock.advance(Duration.ofNanos(1));

        assertThat(store.lookup(request.recordKey())).isEmpty();
        assertThat(store.sweep(1)).isEqualTo(1);
    }

    private ClaimRequest settled(String key) {
        ClaimRequest request = request(key);
        assertThat(store.complete(acquire(request), answer(key))).isEqualTo(OwnerWrite.APPLIED);
        return request;
    }

    private Ownership acquire(ClaimRequest request) {
        return ((Claim.Acquired) store.claim(request)).ownership();
    }
}
