// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.TransactionMode;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.testing.FaultyStore;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners that throw, are slow or null, and when they are called. */
@Requirement("O12")
class BrokenListenerTest {

    private final FaultyStore store = new FaultyStore(new InMemoryIdempotencyStore(new SettableClock(), 100));
    private final FakeTransactions transactions = new FakeTransactions();
    private final AtomicInteger heard = new AtomicInteger();

    private IdempotencyEngine engine(IdempotencyListener... listeners) {
        return new IdempotencyEngine(
                new JoiningStore(store, transactions),
                new ResultOutcomes(new TextCodec(), 64),
                new EngineEnvironment(
                        transactions,
                        null,
                        RepeatSettings.defaults(),
                        false,
                        new EngineSeams(new ArrayList<>(Arrays.asList(listeners)), List.of(), OutcomeSeal.NONE)));
    }

    private List<Object> answersOf(IdempotencyEngine engine, TransactionMode mode) {
        List<Object> answers = new ArrayList<>();
        for (String result : List.of("one", "two")) {
            answers.add(
                    engine.execute(BINDING, Fingerprint.none(), OPTIONS.withMode(mode), String.class, () -> result));
        }
        engine.sweep(1);
        engine.delete(BINDING);
        return answers;
    }

    @ParameterizedTest
    @EnumSource
    void oneThatThrowsOrIsNullChangesNoAnswerAndNoStatement(TransactionMode mode) {
        List<Object> expected = answersOf(engine(), mode);
        List<Verb> statements = store.calls();
        FaultyStore untouched = store;

        List<Object> answers = answersOf(
                engine(
                        null,
                        event -> {
                            throw new IllegalStateException("broken");
                        },
                        event -> {
                            throw new NoClassDefFoundError("not on this server");
                        },
                        event -> heard.incrementAndGet()),
                mode);

        assertThat(answers).isEqualTo(expected).containsExactly("one", "one");
        assertThat(untouched.calls()).hasSize(2 * statements.size()).endsWith(statements.toArray(new Verb[0]));
        assertThat(heard).as("the last one is called although others throw").hasPositiveValue();
    }

    @ParameterizedTest
    @EnumSource
    void isCalledOutsideTransactionsAndLocks(TransactionMode mode) {
        List<String> seen = new ArrayList<>();
        IdempotencyEngine[] engine = new IdempotencyEngine[1];
        engine[0] = engine(event -> {
            if (transactions.isOpen()) {
                seen.add(event + " came inside a transaction");
            }
            if (event instanceof IdempotencyEvent.Settled) {
                seen.add((String) EngineFixture.inThread(() -> engine[0].execute(
                                BINDING, Fingerprint.none(), OPTIONS.withMode(mode), String.class, () -> "second"))
                        .orTimeout(1, TimeUnit.SECONDS) // less than a repeat would wait for a key that is held
                        .join());
            }
        });

        engine[0].execute(BINDING, Fingerprint.none(), OPTIONS.withMode(mode), String.class, () -> "first");

        assertThat(seen).as("a repeat meanwhile is replayed").containsExactly("first");
    }

    @ParameterizedTest
    @EnumSource
    void oneThatHangsHoldsUpNoOtherCall(TransactionMode mode) throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        Thread[] hanging = new Thread[1];
        IdempotencyEngine engine = engine(event -> {
            if (event instanceof IdempotencyEvent.Settled && Thread.currentThread() == hanging[0]) {
                entered.countDown();
                try {
                    hangs.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        });
        hanging[0] = new Thread(
                () -> engine.execute(BINDING, Fingerprint.none(), OPTIONS.withMode(mode), String.class, () -> "first"));
        hanging[0].start();
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(engine.execute(BINDING, Fingerprint.none(), OPTIONS.withMode(mode), String.class, () -> "second"))
                .isEqualTo("first");

        hangs.countDown();
        hanging[0].join();
    }
}
