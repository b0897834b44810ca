// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.Fingerprint;
import ee.idempotency.IdempotencyException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OpenTransactionException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.OutcomeUnknownException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.Work;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.RecordKey;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The protocol, whole: a call {@linkplain #begin claims} its key; who acquires it runs the operation and then settles
 * the claim with {@linkplain #complete an answer} or {@linkplain #fail a failure}, or {@linkplain #release gives the key
 * back}; everyone else replays the outcome or is {@linkplain #refusal refused}.
 *
 * <ul>
 *   <li>Nobody is told that an operation succeeded before its outcome is stored.
 *   <li>A claim is given back only when its operation threw. If the outcome cannot be stored the claim stays: the
 *       operation may have had its effect, and what is stored may have arrived.
 *   <li>An attempt that lost its claim changes nothing and is not answered.
 * </ul>
 *
 * <p>Thread-safe. Holds no transaction, connection or lock between two calls.
 */
public final class IdempotencyEngine {

    private final IdempotencyStore store;
    private final ResultOutcomes results;
    private final BooleanSupplier openTransaction;

    /** An engine where there are no transactions; see the other constructor. */
    public IdempotencyEngine(IdempotencyStore store, ResultOutcomes results) {
        this(store, results, () -> false);
    }

    /**
     * An engine.
     *
     * @param store keeps the records
     * @param results turns the values of {@link #execute} into outcomes and back
     * @param openTransaction tells whether the calling thread is inside a transaction
     */
    public IdempotencyEngine(IdempotencyStore store, ResultOutcomes results, BooleanSupplier openTransaction) {
        this.store = store;
        this.results = results;
        this.openTransaction = openTransaction;
    }

    /**
     * Claims a key with a fresh owner token. The caller handles {@link Claim.Acquired} and {@link Claim.Completed} and
     * throws {@link #refusal} for the rest.
     *
     * @throws StoreUnavailableException if the store does not answer; the operation must not run
     */
    public Claim begin(Binding binding, Fingerprint fingerprint, OperationOptions options) {
        return store.claim(ClaimRequest.of(
                binding, fingerprint, UUID.randomUUID(), options.lease(), options.retention(), options.onLeaseLost()));
    }

    /**
     * Stores the answer. Only afterwards may the caller see it.
     *
     * @throws NotOwnerException if another attempt took over; the answer must not be used
     * @throws OutcomeNotStoredException if the store does not answer; likewise
     */
    public void complete(ActiveClaim claim, Outcome.Completed outcome) {
        settle(claim, "completing it", () -> store.complete(claim.ownership(), outcome));
    }

    /**
     * Stores the failure as the outcome.
     *
     * @throws NotOwnerException if another attempt took over
     * @throws OutcomeNotStoredException if the store does not answer
     */
    public void fail(ActiveClaim claim, Outcome.Failed outcome) {
        settle(claim, "failing it", () -> store.fail(claim.ownership(), outcome));
    }

    private static void settle(ActiveClaim claim, String verb, Supplier<OwnerWrite> write) {
        OwnerWrite written;
        try {
            written = write.get();
        } catch (RuntimeException unavailable) { // whatever a store throws: the operation ran and nobody may be told so
            throw new OutcomeNotStoredException(claim.binding().toString(), unavailable);
        }
        if (written == OwnerWrite.NOT_OWNER) {
            throw new NotOwnerException(claim.binding().toString(), verb);
        }
    }

    /**
     * Gives the key back after the operation failed without an effect; a retry runs at once. Never throws: if the store
     * does not answer, or another attempt has taken over, the claim ends without this one.
     */
    public void release(ActiveClaim claim) {
        try {
            if (store.release(claim.ownership()) == OwnerWrite.NOT_OWNER) {
                EngineLog.releaseRefused(claim.binding());
            }
        } catch (RuntimeException unavailable) { // must not hide the exception of the operation
            EngineLog.releaseFailed(claim.binding(), unavailable);
        }
    }

    /** The exception for a claim that neither runs nor replays. */
    public IdempotencyException refusal(Binding binding, Claim claim) {
        String subject = binding.toString();
        if (claim instanceof Claim.InProgress inProgress) {
            return new OperationInProgressException(subject, inProgress.leaseRemaining());
        }
        if (claim instanceof Claim.KeyReused) {
            return new KeyReusedException(subject);
        }
        if (claim instanceof Claim.Failed failed) {
            return new PreviouslyFailedException(
                    subject, failed.outcome().code(), failed.outcome().message());
        }
        if (claim instanceof Claim.OutcomeUnknown) {
            return new OutcomeUnknownException(subject);
        }
        if (claim instanceof Claim.KeyCollision) {
            return new KeyCollisionException(subject);
        }
        throw new IllegalArgumentException("A claim that is " + claim.getClass().getSimpleName() + " is no refusal");
    }

    /**
     * Runs {@code work} under a claim, or answers with its stored outcome.
     *
     * @param type what stored results are decoded to
     * @throws OpenTransactionException if the caller has a transaction open: were it rolled back later, the outcome would
     *     be stored and its effect gone. Nothing was claimed
     * @throws IdempotencyException as {@link ee.idempotency.IdempotentCall#execute} lists
     * @throws X if {@code work} does
     */
    public <X extends Exception> @Nullable Object execute(
            Binding binding,
            Fingerprint fingerprint,
            OperationOptions options,
            Type type,
            Work<? extends @Nullable Object, X> work)
            throws X {
        if (openTransaction.getAsBoolean()) {
            throw new OpenTransactionException(binding.toString());
        }
        Claim claim = begin(binding, fingerprint, options);
        if (claim instanceof Claim.Completed completed) {
            return results.decode(binding, completed.outcome(), type);
        }
        if (!(claim instanceof Claim.Acquired acquired)) {
            throw refusal(binding, claim);
        }
        ActiveClaim active = new ActiveClaim(binding, acquired.ownership());
        Object result;
        try {
            result = CurrentClaim.callWith(active, work);
        } catch (Throwable thrown) {
            settleThrown(active, options, thrown);
            throw thrown;
        }
        complete(active, results.encode(binding, result, type));
        return result;
    }

    private void settleThrown(ActiveClaim claim, OperationOptions options, Throwable thrown) {
        if (!options.isAnswer(thrown)) {
            release(claim);
            return;
        }
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        try {
            fail(claim, new Outcome.Failed(code(thrown), message));
        } catch (IdempotencyException notStored) {
            notStored.addSuppressed(thrown);
            throw notStored;
        }
    }

    /** The simple name of the exception's class, or of the class that an anonymous one extends. */
    private static String code(Throwable thrown) {
        Class<?> named = thrown.getClass();
        while (named.getSimpleName().isEmpty()) {
            named = named.getSuperclass();
        }
        return named.getSimpleName();
    }

    /** Reads a record without claiming or refreshing anything. */
    public Optional<IdempotencyRecord> lookup(Binding binding) {
        return store.lookup(RecordKey.of(binding))
                .filter(found -> found.binding().equals(binding));
    }

    /**
     * Removes a record whatever its state, so that its key is new again. For administration: an operation in progress is
     * not stopped, but it can no longer store its outcome.
     *
     * @return whether there was one
     */
    public boolean delete(Binding binding) {
        return store.delete(RecordKey.of(binding));
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
        long total = 0;
        int deleted;
        do {
            deleted = store.sweep(batchSize);
            total += deleted;
        } while (deleted == batchSize && !Thread.currentThread().isInterrupted());
        return total;
    }
}
