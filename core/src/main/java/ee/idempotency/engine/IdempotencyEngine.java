// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.Fingerprint;
import ee.idempotency.IdempotencyException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.TransactionMode;
import ee.idempotency.Work;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The protocol, whole: a call {@linkplain #begin claims} its key; who acquires it runs the operation and then settles its
 * {@link Attempt} with an answer or a failure, or gives the key back; everyone else replays the outcome or is refused.
 *
 * <ul>
 *   <li>Success is never reported before the outcome is stored, and under {@link TransactionMode#JOINED} and {@code
 *       ONE_COMMIT} committed with its effect.
 *   <li>A claim is given back only when its operation threw, or when all it did was rolled back. Otherwise, if the outcome
 *       cannot be stored, the claim stays: the operation may have had its effect, and what is stored may have arrived.
 *   <li>An attempt that lost its claim changes nothing and is not answered.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class IdempotencyEngine {

    private final StoreCalls store;
    private final Listeners listeners;
    private final ResultOutcomes results;
    private final FailureOutcome failures;
    private final AttemptStarters starters;
    private final Transactions transactions;
    private final CallScope calls;
    private final IdempotencyStore shared;
    private final EngineEnvironment environment;

    /** An engine where there are no transactions; see the other constructor. */
    public IdempotencyEngine(IdempotencyStore store, ResultOutcomes results) {
        this(store, results, EngineEnvironment.plain());
    }

    /**
     * An engine.
     *
     * @param store keeps the records
     * @param results turns the values of {@link #execute} into outcomes and back
     * @param environment transactions, threads and listeners
     */
    public IdempotencyEngine(IdempotencyStore store, ResultOutcomes results, EngineEnvironment environment) {
        this.failures = new FailureOutcome(environment.keepsFailureMessages());
        this.listeners = new Listeners(environment.seams().listeners());
        this.store = new StoreCalls(store, listeners::report);
        store.reportTo(listeners::report);
        this.results = results;
        this.transactions = environment.transactions();
        this.starters = new AttemptStarters(environment);
        this.calls = environment.calls();
        this.shared = store;
        this.environment = environment;
    }

    /**
     * Watches calls that run unprotected, in a namespace of this engine's store.
     *
     * @param limit the longest that a call waits for the store
     * @return empty where nothing can run work on another thread, as watching needs
     */
    public Optional<Shadow> shadow(Duration limit) {
        return scheduler()
                .map(threads -> new ShadowStore(
                        new StoreCalls(Stores.namespaced(Shadow.NAMESPACE, shared), listeners::report),
                        new TimedCalls(threads, limit)))
                .map(records -> new Shadow(records, environment.seams().seal(), listeners::report));
    }

    /** Where an adapter that cannot wrap its call in {@link #execute} leaves the claim of it, and that it was replayed. */
    public CallScope calls() {
        return calls;
    }

    /** What runs work later: a {@link ee.idempotency.spi.SchedulerSource} bean's, else the container's; empty without either. */
    public Optional<ScheduledExecutorService> scheduler() {
        return Optional.ofNullable(environment.scheduler());
    }

    /** The transactions of the calling thread, as the engine sees them. */
    public Transactions transactions() {
        return environment.transactions();
    }

    /** Whether the store takes part in transactions, as the modes JOINED and ONE_COMMIT need it to. */
    public boolean joinsTransactions() {
        return store.isTransactional();
    }

    /**
     * Claims a key with a fresh owner token. Under {@link TransactionMode#JOINED} and {@code ONE_COMMIT} the calling thread
     * is inside the work's transaction afterwards, if the call is to run.
     *
     * @throws IdempotencyException as {@link ee.idempotency.IdempotentCall#execute} lists for a call that does not run;
     *     nothing is left open
     * @throws IllegalStateException if the mode is not possible with this store, or here
     */
    public BeginResult begin(Binding binding, Fingerprint fingerprint, OperationOptions options) {
        return begin(binding, List.of(fingerprint), options);
    }

    /**
     * Claims a key as the other {@code begin} does, for a payload with several fingerprints: records that were claimed
     * with any of them are repeats.
     *
     * @param fingerprints at least one; a new claim is written with the first
     */
    public BeginResult begin(Binding binding, List<Fingerprint> fingerprints, OperationOptions asked) {
        OperationOptions options = here(asked);
        ClaimRequest request = request(binding, fingerprints, options);
        CallWatch watch = AttemptStarters.watch(request, options, listeners);
        BeginResult begun = starters.start(request, options, store, watch);
        if (begun instanceof BeginResult.Replay replay) {
            watch.replayed(replay.outcome());
        }
        return begun;
    }

    /** An operation whose mode nobody chose joins the transaction that is open. */
    private OperationOptions here(OperationOptions asked) {
        return transactions.isOpen() && store.isTransactional() ? asked.insideTransaction() : asked;
    }

    private static ClaimRequest request(Binding binding, List<Fingerprint> fingerprints, OperationOptions options) {
        return ClaimRequest.of(
                        binding,
                        fingerprints.get(0),
                        UUID.randomUUID(),
                        options.lease(),
                        options.retention(),
                        options.onLeaseLost())
                .withFingerprints(fingerprints);
    }

    /**
     * Runs {@code work} under a claim, or answers with its stored outcome.
     *
     * @param type what stored results are decoded to
     * @throws IdempotencyException as {@link ee.idempotency.IdempotentCall#execute} lists
     * @throws X if {@code work} does
     */
    public <X extends Exception> @Nullable Object execute(
            Binding binding,
            Fingerprint fingerprint,
            OperationOptions asked,
            Type type,
            Work<? extends @Nullable Object, X> work)
            throws X {
        return execute(binding, fingerprint, asked, type, work, notRetained -> {
            throw notRetained;
        });
    }

    /**
     * As the other {@code execute}; a repeat whose outcome was not retained is answered by {@code rereading}, under no claim.
     *
     * @throws X if {@code work} or {@code rereading} does
     */
    public <X extends Exception> @Nullable Object execute(
            Binding binding,
            Fingerprint fingerprint,
            OperationOptions asked,
            Type type,
            Work<? extends @Nullable Object, X> work,
            Rereading<X> rereading)
            throws X {
        OperationOptions options = here(asked);
        ClaimRequest request = request(binding, List.of(fingerprint), options);
        CallWatch watch = AttemptStarters.watch(request, options, listeners);
        BeginResult begun = starters.start(request, options, store, watch);
        if (begun instanceof BeginResult.Replay replay) {
            Object stored = replay(binding, replay.outcome(), type, watch, rereading);
            calls.answered(true);
            return stored;
        }
        Attempt attempt = ((BeginResult.Acquired) begun).attempt();
        Object result;
        try {
            result = CurrentClaim.callWith(attempt.claim(), work);
        } catch (Throwable thrown) {
            settleThrown(attempt, options, thrown);
            throw thrown;
        }
        if (attempt.claim().outcome().isStored(true)) {
            attempt.complete(results.encode(result, type, watch::notRetained));
        } else {
            attempt.release();
        }
        calls.answered(false);
        return result;
    }

    private <X extends Exception> @Nullable Object replay(
            Binding binding, Outcome.Completed outcome, Type type, CallWatch watch, Rereading<X> rereading) throws X {
        Object stored;
        try {
            stored = results.decode(binding, outcome, type);
        } catch (OutcomeNotRetainedException notRetained) {
            watch.replayed(outcome);
            return rereading.reread(notRetained);
        } catch (RuntimeException | Error unreadable) {
            watch.refused(unreadable);
            throw unreadable;
        }
        watch.replayed(outcome);
        return stored;
    }

    /** Like {@code @Transactional}, an unchecked exception undoes the work; a checked one that is an answer does not. */
    private void settleThrown(Attempt attempt, OperationOptions options, Throwable thrown) {
        if (!attempt.claim().outcome().isStored(options.isAnswer(thrown))) {
            attempt.release();
            return;
        }
        if (thrown instanceof RuntimeException || thrown instanceof Error) {
            attempt.markForRollback();
        }
        try {
            attempt.reject(failures.of(thrown));
        } catch (IdempotencyException notStored) {
            notStored.addSuppressed(thrown);
            throw notStored;
        }
    }

    /**
     * Reads a record without claiming or refreshing anything.
     *
     * @return empty if there is none, or it has expired
     * @throws KeyCollisionException if the record found belongs to another binding
     */
    public Optional<IdempotencyRecord> lookup(Binding binding) {
        Optional<IdempotencyRecord> found = store.lookup(binding.recordKey());
        if (found.isPresent() && !found.get().binding().equals(binding)) {
            throw new KeyCollisionException(binding.toString());
        }
        return found;
    }

    /**
     * Removes a record whatever its state, so that its key is new again. For administration: an operation in progress is
     * not stopped, but it can no longer store its outcome.
     *
     * @return whether there was one
     * @throws KeyCollisionException if the record found belongs to another binding; it stays
     */
    public boolean delete(Binding binding) {
        lookup(binding);
        return store.delete(binding.recordKey());
    }

    /**
     * Deletes expired records, batch by batch, until a batch is short. Any number of nodes may do so at once.
     *
     * @param batchSize the most records one batch deletes; at least 1
     * @return how many were deleted
     */
    public long sweep(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least 1 record, not " + batchSize);
        }
        long before = System.nanoTime();
        long total = 0;
        int deleted;
        do {
            deleted = store.sweep(batchSize);
            total += deleted;
        } while (deleted == batchSize && !Thread.currentThread().isInterrupted());
        listeners.report(new IdempotencyEvent.Swept(total, Duration.ofNanos(System.nanoTime() - before)));
        return total;
    }
}
