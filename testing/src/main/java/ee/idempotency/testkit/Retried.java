// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import ee.idempotency.Idempotency;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.engine.EngineIdempotency;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.TenantResolver;
import ee.idempotency.testkit.FaultyStore.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link RetriedTest}: makes a call in its way, and asserts that it had one effect and that all callers got the same
 * result. For one run and one thread.
 */
public final class Retried {

    private static final int AT_ONCE = 8;
    private static final int MAX_RESULT = 1 << 20;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String AFTER_A_CRASH_CURE =
            ": give the effect a key of its own (IdempotencyContext.downstreamKey), do it in the transaction of a JOINED"
                    + " operation, or set onLeaseLost = NEVER_RE_EXECUTE";

    private final Retry way;
    private final SettableClock clock = new SettableClock();
    private final FaultyStore store =
            new FaultyStore(new InMemoryIdempotencyStore(clock, InMemoryIdempotencyStore.DEFAULT_CAPACITY));
    private final Idempotency idempotency;

    Retried(Retry way) {
        this.way = way;
        ResultsByReference results = new ResultsByReference();
        this.idempotency = new EngineIdempotency(
                new IdempotencyEngine(store, new ResultOutcomes(results, MAX_RESULT)),
                results,
                () -> TenantResolver.DEFAULT_TENANT,
                OperationOptions.of(LEASE, Duration.ofDays(1)));
    }

    /** The way of this run. */
    public Retry way() {
        return way;
    }

    /**
     * For the class under test, in place of the one that the container injects. It keeps results as they are, without a codec, in
     * memory; payloads are compared by their {@code toString}. Its calls are in INDEPENDENT mode, with a lease of a minute.
     */
    public Idempotency idempotency() {
        return idempotency;
    }

    /** The clock of {@link #idempotency()}. */
    public SettableClock clock() {
        return clock;
    }

    /** The store of {@link #idempotency()}. */
    public FaultyStore store() {
        return store;
    }

    /**
     * Makes the call as often as the way says.
     *
     * @param call the call with its key; the same key each time. In {@link Retry#IN_PARALLEL} on several threads; one that does not run
     *     because another does throws {@link OperationInProgressException}, as a call through {@link #idempotency()} does
     * @param effects how often the effect has happened so far
     * @return the result, the same for all
     * @throws AssertionError if the effect did not happen, or more than once, or two results are not equal
     * @throws IllegalStateException if the node cannot be made to die, because the call does not go through {@link
     *     #idempotency()}; leave {@link Retry#AFTER_A_CRASH} out of the annotation
     * @throws Exception what {@code call} throws
     */
    public <T extends @Nullable Object> T assertOneEffect(Callable<T> call, LongSupplier effects) throws Exception {
        long before = effects.getAsLong();
        List<T> results = switch (way) {
            case AFTERWARDS -> List.of(call.call(), call.call());
            case IN_PARALLEL -> inParallel(call);
            case AFTER_A_CRASH -> List.of(afterACrash(call));
        };
        long happened = effects.getAsLong() - before;
        if (happened != 1) {
            throw new AssertionError("The effect happened " + happened + " times, not once, when the call was repeated "
                    + way + (way == Retry.AFTER_A_CRASH ? AFTER_A_CRASH_CURE : ""));
        }
        T first = results.get(0);
        if (!results.stream().allMatch(result -> Objects.equals(first, result))) {
            throw new AssertionError("Repeats of one call got results that are not equal, " + way);
        }
        return first;
    }

    private static <T extends @Nullable Object> List<T> inParallel(Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CyclicBarrier start = new CyclicBarrier(AT_ONCE);
            List<Future<T>> calls = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            int refused = 0;
            for (Future<T> each : calls) {
                try {
                    results.add(each.get());
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof OperationInProgressException)) {
                        throw causeOf(failed);
                    }
                    refused++;
                }
            }
            for (int i = 0; i < refused; i++) {
                results.add(call.call());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Exception causeOf(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof Exception exception ? exception : failed;
    }

    private <T extends @Nullable Object> T afterACrash(Callable<T> call) throws Exception {
        store.failOnEverythingBut(Verb.CLAIM);
        try {
            call.call();
            throw new IllegalStateException(
                    "The call completed although its outcome could not be stored: it does not go"
                            + " through Retried.idempotency(). Leave AFTER_A_CRASH out of @RetriedTest");
        } catch (OutcomeNotStoredException died) {
            // as intended: the effect has happened, and nobody knows
        } finally {
            store.recover();
        }
        clock.advance(LEASE.plusSeconds(1));
        return call.call();
    }
}
