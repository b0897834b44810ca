// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.NotOwnerException;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.ClaimLease;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.spi.IdempotencyEvent.LeaseLost;
import ee.idempotency.spi.IdempotencyEvent.RenewalEnded;
import ee.idempotency.spi.Ownership;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lease that is renewed while the work runs. */
@Requirement("C5")
class HeartbeatTest {

    private static final OperationOptions BEATING = OPTIONS.withHeartbeat(true);

    private final EngineFixture bench = new EngineFixture();

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    void keepsTheClaimOfWorkThatOutlastsItsLease(TransactionMode mode) throws Exception {
        bench.execute(BEATING.withMode(mode), () -> {
            assertThat(bench.scheduler.intervalNanos)
                    .isEqualTo(OPTIONS.lease().dividedBy(3).toNanos());
            for (int beat = 0; beat < 6; beat++) {
                bench.clock.advance(OPTIONS.lease().dividedBy(3));
                bench.scheduler.tick();
            }
            assertThat(bench.record().orElseThrow().leaseUntil().orElseThrow())
                    .isEqualTo(bench.clock.instant().plus(OPTIONS.lease()));
            return "long";
        });

        assertThat(bench.scheduler.isTicking()).isFalse();
        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void endsWithWorkThatThrows() {
        assertThatThrownBy(() -> bench.execute(BEATING, () -> {
                    assertThat(bench.scheduler.isTicking()).isTrue();
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);

        assertThat(bench.scheduler.isTicking()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    void turnsTheClaimLostWhenItIsNoLongerOwned(TransactionMode mode) {
        assertThatThrownBy(() -> bench.execute(BEATING.withMode(mode), () -> {
                    bench.engine.delete(BINDING);
                    bench.scheduler.tick();
                    assertThat(lease().isLost()).isTrue();
                    assertThat(lease().remaining()).isZero();
                    assertThat(bench.scheduler.isTicking()).isFalse();
                    assertThatThrownBy(() -> lease().renew()).isInstanceOf(NotOwnerException.class);
                    return "zombie";
                }))
                .isInstanceOf(NotOwnerException.class);

        assertThat(bench.store.calls()).doesNotContain(Verb.COMPLETE);
        assertThat(bench.transactions.commits).isZero();
        assertThat(bench.transactions.isOpen()).isFalse();
    }

    @Test
    void goesOnWhileTheStoreDoesNotAnswerAndTheLeaseRuns() throws Exception {
        bench.execute(BEATING, () -> {
            bench.store.failOn(Verb.RENEW, new StoreUnavailableException("no answer", null));
            bench.scheduler.tick();
            assertThat(lease().isLost()).isFalse();
            assertThat(bench.scheduler.isTicking()).isTrue();
            bench.store.recover();
            return "fine";
        });

        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    void turnsTheClaimLostWhenTheStoreDidNotAnswerForAWholeLease(TransactionMode mode) {
        OperationOptions momentary = BEATING.withMode(mode).withLease(Duration.ofSeconds(1));
        assertThatThrownBy(() -> bench.execute(momentary, () -> {
                    bench.store.failOn(Verb.RENEW, new StoreUnavailableException("no answer", null));
                    awaitEndOf(lease());
                    bench.scheduler.tick();
                    assertThat(lease().isLost()).isTrue();
                    return "nobody knows";
                }))
                .isInstanceOf(NotOwnerException.class);

        assertThat(bench.store.calls()).doesNotContain(Verb.COMPLETE);
        assertThat(bench.transactions.commits).isZero();
        assertThat(bench.record().isPresent())
                .as("a claim whose work was not rolled back is kept")
                .isEqualTo(mode == TransactionMode.INDEPENDENT);
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C15")
    void outcomeIsStoredAfterSilenceIfNobodyTookOverAndTheWorkDoesNotKnow(TransactionMode mode) throws Exception {
        OperationOptions momentary = BEATING.withMode(mode).withLease(Duration.ofSeconds(1));
        Object answer = bench.execute(momentary, () -> {
            ClaimLease lease = lease();
            bench.store.failOn(Verb.RENEW, new StoreUnavailableException("no answer", null));
            awaitEndOf(lease);
            bench.scheduler.tick();
            bench.store.recover();
            return "stored";
        });

        assertThat(answer).isEqualTo("stored");
        assertThat(bench.events(LeaseLost.class))
                .singleElement()
                .satisfies(lost -> assertThat(lost.certain()).isFalse());
        assertThat(bench.execute(momentary, () -> "twice")).isEqualTo("stored");
        assertThat(bench.runs).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C15")
    void silenceThatEndsLeavesTheClaimAsItWas(TransactionMode mode) throws Exception {
        bench.execute(BEATING.withMode(mode).withLease(Duration.ofSeconds(1)), () -> {
            bench.store.failOn(Verb.RENEW, new StoreUnavailableException("no answer", null));
            awaitEndOf(lease());
            bench.scheduler.tick();
            assertThat(bench.scheduler.isTicking()).isTrue();
            bench.store.recover();
            bench.scheduler.tick();
            assertThat(lease().isLost()).isFalse();
            assertThat(lease().remaining()).isPositive();
            return "stored";
        });

        assertThat(bench.record().orElseThrow().state()).isEqualTo(State.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("C15")
    void outcomeAfterSilenceIsRefusedIfAnotherTookOver(TransactionMode mode) {
        OperationOptions momentary = BEATING.withMode(mode).withLease(Duration.ofSeconds(1));
        assertThatThrownBy(() -> bench.execute(momentary, () -> {
                    bench.store.failOn(Verb.RENEW, new StoreUnavailableException("no answer", null));
                    awaitEndOf(lease());
                    bench.scheduler.tick();
                    bench.store.recover();
                    bench.takeOverElsewhere("of the successor");
                    return "of the zombie";
                }))
                .isInstanceOf(NotOwnerException.class);

        assertThat(bench.execute(momentary, () -> "third")).isEqualTo("of the successor");
    }

    @Test
    void errorOfAStoreEndsNoHeartbeat() throws Exception {
        bench.execute(BEATING, () -> {
            bench.store.failOn(Verb.RENEW, new IllegalStateException("a mistake"));
            bench.scheduler.tick();
            assertThat(bench.scheduler.isTicking()).isTrue();
            bench.store.recover();
            return "fine";
        });
    }

    @Test
    void isOverWhenTheWorkHasRunForItsWholeRetention() throws Exception {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        Ownership ownership = bench.begin(OPTIONS).claim().ownership();
        AttemptLease lease = new AttemptLease(bench.call(BEATING), ownership, now.get(), now::get);
        lease.startHeartbeat(bench.scheduler);

        now.addAndGet(OPTIONS.retention().toNanos() - 1);
        bench.scheduler.tick();
        assertThat(bench.scheduler.isTicking()).isTrue();
        now.incrementAndGet();
        bench.scheduler.tick();

        assertThat(bench.scheduler.isTicking()).isFalse();
        assertThat(bench.store.calls()).containsOnlyOnce(Verb.RENEW);
        assertThat(bench.events(RenewalEnded.class)).hasSize(1);
        assertThat(lease.isLost()).as("nobody has taken over yet").isFalse();
    }

    /** The lease counts on this node's monotonic clock, which no test can set. */
    private static void awaitEndOf(ClaimLease lease) {
        while (!lease.remaining().isZero()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void isNotNeededWhereNobodyCanTakeOver() {
        bench.execute(BEATING.withMode(TransactionMode.ONE_COMMIT), () -> {
            assertThat(bench.scheduler.isTicking()).isFalse();
            lease().renew();
            return "one";
        });

        assertThat(bench.store.calls()).doesNotContain(Verb.RENEW);
    }

    private static ClaimLease lease() {
        return CurrentClaim.find().map(ActiveClaim::lease).orElseThrow();
    }
}
