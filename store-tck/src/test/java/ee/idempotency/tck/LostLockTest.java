// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.store.Stores;
import ee.idempotency.tck.StallingValues.Point;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A node stalls until its lock is over and others have gone on: what it then writes is refused, and it does not answer. */
@Requirement("O7")
class LostLockTest {

    private static final Duration LOCK_IS_OVER = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock();
    private final MapKeyValueStore values = new MapKeyValueStore(clock);
    private final MapLockProvider locks = new MapLockProvider(clock);
    private final StallingValues stalling = new StallingValues(values);
    private final IdempotencyStore stalled = Stores.locked(stalling, locks);
    private final IdempotencyStore others = Stores.locked(values, locks);

    /** Stalls the node's next call at a point for as long as its lock lasts, and hands back what others were answered. */
    private AtomicReference<Claim> whileStalledAt(Point point, ClaimRequest byOthers) {
        AtomicReference<Claim> answered = new AtomicReference<>();
        stalling.stallOnce(point, () -> {
            clock.advance(LOCK_IS_OVER);
            answered.set(others.claim(byOthers));
        });
        return answered;
    }

    private void assertNodeDoesNotAnswer(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(StoreUnavailableException.class);
        assertThat(stalling.hasStalled()).as("the lock was lost in that call").isTrue();
        stalling.deliver();
    }

    private static Ownership owner(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Acquired.class);
        return ((Claim.Acquired) claim).ownership();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("C1")
    void ofTwoClaimsOneIsAcquired(Point point) {
        ClaimRequest request = request("stalled claim at " + point);
        ClaimRequest second = repeat(request);
        AtomicReference<Claim> answered = whileStalledAt(point, second);

        assertNodeDoesNotAnswer(() -> stalled.claim(request));

        if (point == Point.AFTER_WRITE) {
            assertThat(answered.get()).isInstanceOf(Claim.InProgress.class);
            assertThat(others.claim(request)).as("the claim is there").isInstanceOf(Claim.Acquired.class);
        } else {
            assertThat(others.complete(owner(answered.get()), answer("of the second")))
                    .isEqualTo(OwnerWrite.APPLIED);
            assertThat(others.claim(request)).isEqualTo(new Claim.Completed(answer("of the second")));
        }
    }

    static Stream<Arguments> pausedOwners() {
        return Stream.of(OwnerVerb.values())
                .flatMap(verb -> Stream.of(Point.values()).map(point -> Arguments.of(verb, point)));
    }

    @ParameterizedTest
    @MethodSource("pausedOwners")
    @Requirement("C3")
    void ownerThatStallsInAWriteDoesNotTouchItsSuccessor(OwnerVerb verb, Point point) {
        for (int round = 0; round < 30; round++) {
            ClaimRequest request = request(verb + " stalled at " + point + " " + round);
            Ownership owner = owner(others.claim(request));
            ClaimRequest second = repeat(request);
            clock.advance(StoreContract.LEASE.plusHours(1));
            AtomicReference<Claim> answered = whileStalledAt(point, second);

            assertNodeDoesNotAnswer(() -> verb.apply(stalled, owner));

            Claim successor = answered.get();
            if (successor instanceof Claim.Acquired acquired) {
                assertThat(others.complete(acquired.ownership(), answer("of the successor")))
                        .isEqualTo(OwnerWrite.APPLIED);
                assertThat(others.claim(repeat(request))).isEqualTo(new Claim.Completed(answer("of the successor")));
            } else {
                assertThat(point).isEqualTo(Point.AFTER_WRITE);
                assertThat(others.claim(second)).as("what was answered stays").isEqualTo(successor);
            }
        }
    }

    @Test
    @Requirement("C1")
    void answerThatWasGivenIsNotChangedByAnOlderTakeover() {
        ClaimRequest request = request("an older takeover");
        Ownership owner = owner(stalled.claim(request));
        stalling.stallOnce(Point.WRITE_IN_FLIGHT, () -> {});
        assertThatThrownBy(() -> stalled.complete(owner, answer("of the first")))
                .isInstanceOf(StoreUnavailableException.class);
        clock.advance(StoreContract.LEASE.plusHours(1));
        StallingValues takersValues = new StallingValues(values);
        IdempotencyStore taker = Stores.locked(takersValues, locks);
        takersValues.stallOnce(Point.BEFORE_WRITE, () -> {
            stalling.deliver();
            clock.advance(LOCK_IS_OVER);
            assertThat(others.claim(repeat(request))).isEqualTo(new Claim.Completed(answer("of the first")));
        });

        assertThatThrownBy(() -> taker.claim(repeat(request))).isInstanceOf(StoreUnavailableException.class);

        assertThat(others.claim(repeat(request))).isEqualTo(new Claim.Completed(answer("of the first")));
    }

    @Test
    @Requirement("C11")
    void sweepThatStallsDoesNotDeleteTheNextRecordOfItsKey() {
        ClaimRequest request = request("swept late");
        others.complete(owner(others.claim(request)), answer("old"));
        clock.advance(StoreContract.RETENTION.plusHours(1));
        AtomicReference<Claim> answered = whileStalledAt(Point.BEFORE_WRITE, repeat(request));

        assertNodeDoesNotAnswer(() -> stalled.sweep(10));

        assertThat(others.complete(owner(answered.get()), answer("new"))).isEqualTo(OwnerWrite.APPLIED);
    }

    @Test
    void lockThatIsNotFreeIsAnOutageAndNoAnswer() {
        ClaimRequest request = request("locked by a dead node");
        IdempotencyStore noLock = Stores.locked(values, (key, lease, wait) -> Optional.empty());

        assertThatThrownBy(() -> noLock.claim(request))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("not free within");
        assertThat(others.lookup(request.recordKey())).isEmpty();
    }
}
