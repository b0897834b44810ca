// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code idempotency.max-database-waiters}: a claim under ONE_COMMIT may wait in the database, with a connection, for a key
 * of another node. Here one may.
 */
@Requirement("X3")
class DatabaseWaitersTest {

    private static final OperationOptions ONE_COMMIT = OPTIONS.withMode(TransactionMode.ONE_COMMIT);

    private final FakeTransactions transactions = new FakeTransactions();
    private final JoiningStore store =
            new JoiningStore(new InMemoryIdempotencyStore(new SettableClock(), 100), transactions);
    private final CountDownLatch inDatabase = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);

    private IdempotencyEngine engine(Duration lockWait) {
        RepeatSettings one = new RepeatSettings(lockWait, 4, 4, 1, Duration.ofSeconds(1), Duration.ofSeconds(10));
        return new IdempotencyEngine(
                store,
                new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
                new EngineEnvironment(transactions, null, one, false, EngineSeams.none()));
    }

    private static @Nullable Object execute(IdempotencyEngine engine, String key) {
        return engine.execute(
                new Binding("acme", "charge", "", key),
                Fingerprint.none(),
                ONE_COMMIT,
                String.class,
                () -> "ran " + key);
    }

    private CompletableFuture<@Nullable Object> waiting(IdempotencyEngine engine) throws InterruptedException {
        store.beforeClaim = () -> {
            inDatabase.countDown();
            try {
                assertThat(decided.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        };
        CompletableFuture<@Nullable Object> first = EngineFixture.inThread(() -> execute(engine, "one"));
        assertThat(inDatabase.await(10, TimeUnit.SECONDS)).isTrue();
        store.beforeClaim = () -> {};
        return first;
    }

    @Test
    void callBeyondTheBoundDoesNotRunAndSaysWhichBound() throws Exception {
        IdempotencyEngine engine = engine(Duration.ofMillis(100));
        CompletableFuture<@Nullable Object> first = waiting(engine);

        assertThatThrownBy(() -> execute(engine, "two"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("did not run")
                .hasMessageContaining(RepeatSettings.MAX_DATABASE_WAITERS);
        assertThat(store.claims).as("neither is decided").hasValue(0);
        assertThat(transactions.isOpen()).isFalse();

        decided.countDown();
        assertThat(first.join()).isEqualTo("ran one");
        assertThat(execute(engine, "two")).isEqualTo("ran two");
    }

    @Test
    void callBeyondTheBoundHasItsTurnWhenOneIsDecided() throws Exception {
        IdempotencyEngine engine = engine(Duration.ofSeconds(10));
        CompletableFuture<@Nullable Object> first = waiting(engine);
        CompletableFuture<@Nullable Object> second = EngineFixture.inThread(() -> execute(engine, "two"));

        decided.countDown();

        assertThat(first.join()).isEqualTo("ran one");
        assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo("ran two");
    }

    @Test
    void turnIsGivenBackHoweverTheClaimEnds() {
        IdempotencyEngine engine = engine(Duration.ofMillis(100));
        store.beforeClaim = () -> {
            throw new StoreUnavailableException("deadlock", null);
        };
        assertThatThrownBy(() -> execute(engine, "one")).hasMessage("deadlock");
        store.beforeClaim = () -> {};
        store.lockWaitIsOver = true;
        assertThatThrownBy(() -> execute(engine, "one")).isInstanceOf(RuntimeException.class);
        store.lockWaitIsOver = false;

        assertThat(execute(engine, "one")).isEqualTo("ran one");
        assertThat(execute(engine, "two")).isEqualTo("ran two");
    }

    @Test
    void callThatIsInterruptedGivesUpAndStaysInterrupted() throws Exception {
        IdempotencyEngine engine = engine(Duration.ofSeconds(10));
        CompletableFuture<@Nullable Object> first = waiting(engine);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> execute(engine, "two")).isInstanceOf(StoreUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();

        decided.countDown();
        assertThat(first.join()).isEqualTo("ran one");
    }

    /** Zero means without end to a database. */
    @Test
    void databaseIsNeverAskedToWaitForNoTime() {
        assertThat(execute(engine(Duration.ofNanos(1)), "one")).isEqualTo("ran one");

        assertThat(store.lockWait).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void databaseIsAskedToWaitForWhatIsLeft() {
        execute(engine(Duration.ofSeconds(10)), "one");

        assertThat(store.lockWait).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }
}
