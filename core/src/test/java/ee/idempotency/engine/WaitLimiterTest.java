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
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Repeats that wait for the first call. */
@Requirement("H4")
class WaitLimiterTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeTransactions transactions = new FakeTransactions();
    private final SettableClock clock = new SettableClock();
    private final JoiningStore store = new JoiningStore(new InMemoryIdempotencyStore(clock, 100), transactions);
    private final IdempotencyEngine here = engine(1);
    private final IdempotencyEngine elsewhere = engine(1);

    private IdempotencyEngine engine(int maxWaiters) {
        return new IdempotencyEngine(
                store,
                new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
                EngineFixture.environment(transactions, Duration.ofMillis(100), maxWaiters));
    }

    private static Attempt begin(IdempotencyEngine engine, TransactionMode mode) {
        OperationOptions options = OPTIONS.withMode(mode);
        return ((BeginResult.Acquired) engine.begin(BINDING, Fingerprint.none(), options)).attempt();
    }

    private static CompletableFuture<BeginResult> waiter(IdempotencyEngine engine, TransactionMode mode) {
        OperationOptions options = OPTIONS.withMode(mode).withWaitUpTo(LONG);
        return EngineFixture.inThread(() -> engine.begin(BINDING, Fingerprint.none(), options));
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    void waiterGetsTheAnswerOfACallOnItsNode(TransactionMode mode) throws Exception {
        Attempt first = begin(here, mode);
        CompletableFuture<BeginResult> waiter = waiter(here, mode);
        awaitClaims(2);

        first.complete(EngineFixture.ANSWER);

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isEqualTo(new BeginResult.Replay(EngineFixture.ANSWER));
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    void waiterGetsTheAnswerOfACallOnAnotherNode(TransactionMode mode) throws Exception {
        Attempt first = begin(elsewhere, mode);
        CompletableFuture<BeginResult> waiter = waiter(here, mode);
        awaitClaims(2);

        first.complete(EngineFixture.ANSWER);

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isEqualTo(new BeginResult.Replay(EngineFixture.ANSWER));
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    void waiterRunsWhenTheKeyIsGivenBack(TransactionMode mode) throws Exception {
        Attempt first = begin(here, mode);
        CompletableFuture<BeginResult> waiter = waiter(here, TransactionMode.INDEPENDENT);
        awaitClaims(2);

        first.release();

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isInstanceOf(BeginResult.Acquired.class);
    }

    @Test
    void waiterIsRefusedWhenItsPatienceIsOver() {
        Attempt first = begin(here, TransactionMode.INDEPENDENT);
        OperationOptions impatient = OPTIONS.withWaitUpTo(Duration.ofMillis(120));
        long before = System.nanoTime();

        assertThatThrownBy(() -> here.begin(BINDING, Fingerprint.none(), impatient))
                .isInstanceOf(OperationInProgressException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        assertThat(store.allClaims).as("claims while it waited").hasValueBetween(3, 8);
        first.release();
    }

    @Test
    void whoFindsTheRoomFullIsRefusedAtOnce() throws Exception {
        Attempt first = begin(here, TransactionMode.INDEPENDENT);
        CompletableFuture<BeginResult> waiter = waiter(here, TransactionMode.INDEPENDENT);
        awaitClaims(3); // the first call's, the waiter's, and the waiter's after its first pause: it has its seat

        OperationOptions patient = OPTIONS.withWaitUpTo(LONG);
        assertThatThrownBy(() -> here.begin(BINDING, Fingerprint.none(), patient))
                .isInstanceOf(OperationInProgressException.class);
        assertThat(waiter).isNotDone();

        first.complete(EngineFixture.ANSWER);
        assertThat(waiter.get(10, TimeUnit.SECONDS)).isEqualTo(new BeginResult.Replay(EngineFixture.ANSWER));
    }

    @Test
    void otherPayloadDoesNotWait() {
        begin(here, TransactionMode.INDEPENDENT);
        OperationOptions patient = OPTIONS.withWaitUpTo(LONG);

        assertThatThrownBy(() -> here.begin(BINDING, Fingerprint.of(new byte[] {1}), patient))
                .isInstanceOf(KeyReusedException.class);
    }

    @Test
    void waiterTakesOverWhenTheLeaseIsOver() throws Exception {
        begin(elsewhere, TransactionMode.INDEPENDENT);
        CompletableFuture<BeginResult> waiter = waiter(here, TransactionMode.INDEPENDENT);
        awaitClaims(2);

        clock.advance(OPTIONS.lease());

        BeginResult begun = waiter.get(10, TimeUnit.SECONDS);
        assertThat(begun)
                .isInstanceOfSatisfying(
                        BeginResult.Acquired.class,
                        running -> assertThat(
                                        running.attempt().claim().ownership().attempt())
                                .isEqualTo(2));
    }

    @Test
    void interruptedWaiterIsRefusedAndStaysInterrupted() throws Exception {
        begin(here, TransactionMode.INDEPENDENT);
        CountDownLatch ended = new CountDownLatch(1);
        Supplier<@Nullable Throwable> call = () -> {
            try {
                here.begin(BINDING, Fingerprint.none(), OPTIONS.withWaitUpTo(LONG));
                return null;
            } catch (RuntimeException refused) {
                return Thread.currentThread().isInterrupted() ? refused : null;
            }
        };
        Throwable[] refused = new Throwable[1];
        Thread waiting = new Thread(() -> {
            refused[0] = call.get();
            ended.countDown();
        });
        waiting.start();
        awaitClaims(2);

        waiting.interrupt();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(refused[0]).isInstanceOf(OperationInProgressException.class);
    }

    @Test
    void mayAskAsOftenAsItsPatienceLasts() {
        int looks = 200;
        AtomicInteger looked = new AtomicInteger();
        BeginResult answer = new BeginResult.Replay(EngineFixture.ANSWER);
        PendingCall call = new EngineFixture().call(OPTIONS.withWaitUpTo(OperationOptions.MAX_WAIT));

        BeginResult begun = new WaitLimiter(new InFlightKeys()).begin(call, asked -> {
            if (looked.incrementAndGet() == looks) {
                return answer;
            }
            LockSupport.unpark(Thread.currentThread()); // ends the next pause at once
            throw new OperationInProgressException("charge", OPTIONS.lease());
        });

        assertThat(begun).isEqualTo(answer);
    }

    private void awaitClaims(int claims) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (store.allClaims.get() < claims) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
