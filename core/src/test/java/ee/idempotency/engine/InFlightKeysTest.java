// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.KeyReusedException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.TransactionMode;
import ee.idempotency.Work;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls of one node for a key that another of its calls holds uncommitted. */
@Requirement("X3")
class InFlightKeysTest {

    private static final OperationOptions ONE_COMMIT = OPTIONS.withMode(TransactionMode.ONE_COMMIT);

    private final FakeTransactions transactions = new FakeTransactions();
    private final JoiningStore store =
            new JoiningStore(new InMemoryIdempotencyStore(new SettableClock(), 100), transactions);
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    private IdempotencyEngine engine(Duration lockWait) {
        return new IdempotencyEngine(
                store,
                new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
                EngineFixture.environment(transactions, lockWait, 2));
    }

    private CompletableFuture<@Nullable Object> first(IdempotencyEngine engine) throws Exception {
        CompletableFuture<@Nullable Object> first = EngineFixture.inThread(() -> execute(engine, () -> {
            running.countDown();
            assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
            return "first";
        }));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        return first;
    }

    private static @Nullable Object execute(IdempotencyEngine engine, Work<Object, Exception> work) {
        try {
            return engine.execute(BINDING, Fingerprint.none(), ONE_COMMIT, String.class, work);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void repeatWaitsWithoutAStatementAndReplays() throws Exception {
        IdempotencyEngine engine = engine(Duration.ofSeconds(10));
        CompletableFuture<@Nullable Object> first = first(engine);
        Thread[] waiter = new Thread[1];
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<@Nullable Object> repeat = EngineFixture.inThread(() -> {
            waiter[0] = Thread.currentThread();
            asked.countDown();
            return execute(engine, () -> "twice");
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        awaitWaiting(waiter[0]);
        assertThat(store.claims).hasValue(1);

        mayEnd.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(repeat.get(10, TimeUnit.SECONDS)).isEqualTo("first");
    }

    /** Until the thread is parked with a time-out, as the wait does. */
    private static void awaitWaiting(Thread thread) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    @Requirement("H3")
    void otherPayloadIsRefusedAtOnce() throws Exception {
        IdempotencyEngine engine = engine(Duration.ofSeconds(10));
        CompletableFuture<@Nullable Object> first = first(engine);

        assertThatThrownBy(() -> engine.begin(BINDING, Fingerprint.of(new byte[] {1}), ONE_COMMIT))
                .isInstanceOf(KeyReusedException.class);
        assertThat(first).isNotDone();
        assertThat(store.claims).hasValue(1);

        mayEnd.countDown();
        first.get(10, TimeUnit.SECONDS);
    }

    @Test
    @Requirement("K6")
    void samePayloadByAnotherFingerprintWaitsLikeAnyRepeat() throws Exception {
        IdempotencyEngine engine = engine(Duration.ofMillis(50));
        CompletableFuture<@Nullable Object> first = first(engine);
        List<Fingerprint> twoWays = List.of(Fingerprint.of(new byte[] {1}), Fingerprint.none());

        assertThatThrownBy(() -> engine.begin(BINDING, twoWays, ONE_COMMIT))
                .isInstanceOf(OperationInProgressException.class);

        mayEnd.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertThat(engine.begin(BINDING, twoWays, ONE_COMMIT)).isInstanceOf(BeginResult.Replay.class);
    }

    @Test
    void repeatIsRefusedOnceItsWaitIsOver() throws Exception {
        IdempotencyEngine engine = engine(Duration.ofMillis(50));
        CompletableFuture<@Nullable Object> first = first(engine);

        assertThatThrownBy(() -> execute(engine, () -> "twice")).isInstanceOf(OperationInProgressException.class);
        assertThat(transactions.isOpen()).isFalse();
        assertThat(store.claims).hasValue(1);

        mayEnd.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
    }

    @Test
    void repeatRunsWhenTheFirstIsRolledBack() throws Exception {
        IdempotencyEngine engine = engine(Duration.ofSeconds(10));
        CompletableFuture<@Nullable Object> first = EngineFixture.inThread(() -> execute(engine, () -> {
            running.countDown();
            assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
            throw new IllegalStateException("no");
        }));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<@Nullable Object> repeat = EngineFixture.inThread(() -> execute(engine, () -> "second"));

        mayEnd.countDown();

        assertThat(repeat.get(10, TimeUnit.SECONDS)).isEqualTo("second");
        assertThat(first.handle((value, failure) -> failure != null).get(10, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    @Requirement("H4")
    void fourRepeatsOfAKeyWaitAndOthersAreRefusedAtOnce() throws Exception {
        RepeatSettings repeats = RepeatSettings.defaults();
        IdempotencyEngine engine = new IdempotencyEngine(
                store,
                new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
                new EngineEnvironment(
                        transactions,
                        null,
                        new RepeatSettings(
                                Duration.ofSeconds(10),
                                repeats.maxWaiters(),
                                repeats.maxWaitersPerKey(),
                                repeats.maxDatabaseWaiters(),
                                repeats.minRetryAfter(),
                                repeats.maxRetryAfter()),
                        false,
                        EngineSeams.none()));
        CompletableFuture<@Nullable Object> first = first(engine);
        List<CompletableFuture<@Nullable Object>> others = new ArrayList<>();
        for (int repeat = 0; repeat < 20; repeat++) {
            others.add(EngineFixture.inThread(() -> execute(engine, () -> "twice")));
        }

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5); // half of what a repeat would wait
        while (others.stream().filter(CompletableFuture::isDone).count() < 16) {
            assertThat(System.nanoTime()).as("16 are refused at once").isLessThan(deadline);
            Thread.onSpinWait();
        }
        assertThat(others.stream().filter(CompletableFuture::isDone))
                .hasSize(16)
                .allMatch(CompletableFuture::isCompletedExceptionally);
        mayEnd.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
        for (CompletableFuture<@Nullable Object> other : others) {
            assertThat(other.handle((answer, refused) -> refused == null ? answer : refused.getCause())
                            .get(10, TimeUnit.SECONDS))
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).isEqualTo("first"),
                            refused -> assertThat(refused).isInstanceOf(OperationInProgressException.class));
        }
    }

    /** Two keys with one hash: the one that waits would be answered with the other's outcome. */
    @Test
    @Requirement("K5")
    void anotherKeyWithTheSameRecordKeyIsRefused() {
        InFlightKeys keys = new InFlightKeys();
        ClaimRequest held = new EngineFixture().call(ONE_COMMIT).request();
        ClaimRequest collides = new ClaimRequest(
                held.recordKey(),
                new Binding("acme", "charge", "", "another key"),
                held.fingerprint(),
                held.ownerToken(),
                held.lease(),
                held.retention(),
                held.onLeaseLost(),
                held.alsoAccepted());
        EngineFixture.inThread(() -> keys.hold(held)).join();

        assertThat(keys.admit(collides, Duration.ZERO, new WaitPermits(2, 2).of(held.recordKey())))
                .isEqualTo(new InFlightKeys.Admission.Refused(new Claim.KeyCollision()));
    }
}
