// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.Fingerprint;
import ee.idempotency.Retained;
import ee.idempotency.Work;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.Transactions;
import ee.idempotency.testing.FaultyStore;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine on the in-memory store with a settable clock, a store that a test makes fail, and a counter of runs. */
final class EngineFixture {

    static final int MAX_RESULT = 64;
    static final Binding BINDING = new Binding("acme", "charge", "", "key");
    static final Outcome.Completed ANSWER = new Outcome.Completed(200, List.of(), Bytes.of(new byte[] {7}));
    static final OperationOptions OPTIONS = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));

    final SettableClock clock = new SettableClock();
    final FaultyStore store = new FaultyStore(new InMemoryIdempotencyStore(clock, 100));
    final FakeScheduler scheduler = new FakeScheduler();
    final FakeTransactions transactions = new FakeTransactions();
    final JoiningStore joining = new JoiningStore(store, transactions);
    final List<IdempotencyEvent> events = new CopyOnWriteArrayList<>();
    final List<IdempotencyListener> listeners = new ArrayList<>(List.of(events::add));
    final IdempotencyEngine engine = new IdempotencyEngine(
            joining,
            new ResultOutcomes(new TextCodec(), MAX_RESULT),
            new EngineEnvironment(
                    transactions,
                    scheduler,
                    repeats(Duration.ofSeconds(2), 2),
                    false,
                    new EngineSeams(listeners, List.of(), OutcomeSeal.NONE)));
    final AtomicInteger runs = new AtomicInteger();

    /** Executes work that counts its runs. */
    <X extends Exception> @Nullable Object execute(OperationOptions options, Work<?, X> work) throws X {
        return engine.execute(BINDING, Fingerprint.none(), options, String.class, () -> {
            runs.incrementAndGet();
            return work.call();
        });
    }

    <X extends Exception> @Nullable Object execute(Work<?, X> work) throws X {
        return execute(OPTIONS, work);
    }

    /** Begins what is known to run. */
    Attempt begin(OperationOptions options) {
        return ((BeginResult.Acquired) engine.begin(BINDING, Fingerprint.none(), options)).attempt();
    }

    /** Repeats that wait like this. */
    static RepeatSettings repeats(Duration lockWait, int maxWaiters) {
        return new RepeatSettings(lockWait, maxWaiters, 4, 10, Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    /** An environment without scheduler and seams, where repeats wait like this. */
    static EngineEnvironment environment(Transactions transactions, Duration lockWait, int maxWaiters) {
        return new EngineEnvironment(transactions, null, repeats(lockWait, maxWaiters), false, EngineSeams.none());
    }

    /** A call that has not begun. */
    PendingCall call(OperationOptions options) {
        ClaimRequest request = ClaimRequest.of(
                BINDING,
                Fingerprint.none(),
                UUID.randomUUID(),
                options.lease(),
                options.retention(),
                options.onLeaseLost());
        CallWatch watch = AttemptStarters.watch(request, options, new Listeners(List.of(events::add)));
        return new PendingCall(
                request,
                options,
                new StoreCalls(joining, watch::report),
                watch,
                SealedCall.prepare(OutcomeSeal.NONE, request, Retained.WHOLE),
                repeats(Duration.ofSeconds(2), 2),
                new WaitPermits(2, 2).of(request.recordKey()));
    }

    /** The events of one kind, in the order they came. */
    <E extends IdempotencyEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Optional<IdempotencyRecord> record() {
        return engine.lookup(BINDING);
    }

    /** Works in a thread of its own; the common pool has but one on two cores, and its tasks wait for each other here. */
    static <T extends @Nullable Object> CompletableFuture<T> inThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }

    /** Lets the lease run out and another attempt take over and complete, as if on another node. */
    void takeOverElsewhere(String answer) {
        clock.advance(OPTIONS.lease());
        CompletableFuture.runAsync(
                        () -> engine.execute(BINDING, Fingerprint.none(), OPTIONS, String.class, () -> answer))
                .join();
    }
}
