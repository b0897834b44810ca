// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation, described step by step; only {@link #key} or {@link #subOperation} is
 * required. Every step returns a new description
 * and leaves this one as it was, so descriptions can be shared. Thread-safe.
 */
public interface IdempotentCall {

    /**
     * The key, made of parts; see {@link IdempotencyKey#of} for the types allowed.
     *
     * @throws InvalidKeyException naming the limit that is broken
     */
    IdempotentCall key(@Nullable Object... parts);

    /** The key, made before. */
    IdempotentCall key(IdempotencyKey key);

    /**
     * Makes this a sub-operation of the claim under which it will be called: its key is made of that claim's binding and of
     * {@code parts}, as for {@link IdempotentOperation#subOperation}. So a retry of the outer operation finds what its parts
     * have done. Which claim that is, is looked up when the call is made.
     *
     * @param parts distinguish this call from others of its name under the same claim; may be none
     * @throws InvalidKeyException naming the limit that is broken; {@link #execute} and {@link #lookup} throw it with the
     *     reason {@code NO_CLAIM} where they are called under no claim
     */
    IdempotentCall subOperation(@Nullable Object... parts);

    /**
     * The tenant; by default the current one.
     *
     * @throws InvalidKeyException if it breaks a rule
     */
    IdempotentCall tenant(String tenant);

    /**
     * The payload, compared on a repeat. It is encoded by the result codec and hashed; without one, calls are
     * distinguished by their key alone.
     *
     * @throws ResultCodecException if it cannot be encoded
     */
    IdempotentCall fingerprint(Object payload);

    /** How long this attempt may be silent; 1 second to 24 hours. */
    IdempotentCall lease(Duration lease);

    /** How long the outcome is replayed; 1 minute to 3,660 days, and longer than the lease. */
    IdempotentCall retention(Duration retention);

    /** What a repeat may do once the lease ran out. */
    IdempotentCall onLeaseLost(OnLeaseLost onLeaseLost);

    /** How claim, work and outcome are divided into transactions. */
    IdempotentCall mode(TransactionMode mode);

    /** Whether the lease is renewed by itself while the work runs. */
    IdempotentCall heartbeat(boolean heartbeat);

    /** How long to wait for another call with this key that still runs, before it is refused; up to 30 seconds. */
    IdempotentCall waitUpTo(Duration wait);

    /**
     * Adds an exception that is an answer: it is stored, and a repeat gets {@link PreviouslyFailedException}. Subclasses
     * count.
     */
    IdempotentCall failOn(Class<? extends Throwable> failure);

    /** How much of the outcome is kept; of what is not, a repeat gets {@link OutcomeNotRetainedException}. */
    IdempotentCall retained(Retained retained);

    /**
     * Runs {@code work} if this is the first call with its key, and otherwise answers with what the first one did.
     *
     * <p>Which transactions claim, {@code work} and outcome are in is said by the {@linkplain TransactionMode mode}. If
     * {@code work} throws, what it did in a shared transaction is rolled back - a caller's transaction is marked for that -
     * the key is given back and the exception passed on, unless {@link #failOn} names it.
     *
     * @param type the type of the result; stored results are decoded to it and to nothing else
     * @return the result, or null if it is null or {@code type} is {@code Void.class}
     * @throws OpenTransactionException in the mode INDEPENDENT, if the caller has a transaction open; nothing was claimed
     * @throws TransactionRolledBackException if {@code work} returned and its transaction could not be committed
     * @throws KeyReusedException if the key was used with another payload
     * @throws OperationInProgressException if another call with this key still runs
     * @throws PreviouslyFailedException if the operation failed for good before
     * @throws OutcomeUnknownException if it must not run again and nobody knows how it ended
     * @throws OutcomeNotRetainedException if it completed and its result was not kept
     * @throws DamagedRecordException if the stored result is not what was stored, or of another codec
     * @throws ResultCodecException if the stored result cannot be decoded to {@code type}
     * @throws KeyCollisionException if the record found belongs to another key
     * @throws NotOwnerException if another attempt took over while {@code work} ran; its result must not be used
     * @throws OutcomeNotStoredException if {@code work} ran and its result could not be stored
     * @throws StoreUnavailableException if the store does not answer; {@code work} did not run
     * @throws X if {@code work} does
     */
    <T, X extends Exception> @Nullable T execute(Class<T> type, Work<? extends @Nullable T, X> work) throws X;

    /**
     * Does what the other {@code execute} does, for a result of a generic type such as {@code List<Order>}.
     *
     * @param type the type of the result; stored results are decoded to it and to nothing else
     * @return the result, or null if it is null
     * @throws X if {@code work} does; all other exceptions are those of the other {@code execute}
     */
    <T, X extends Exception> @Nullable T execute(ResultType<T> type, Work<? extends @Nullable T, X> work) throws X;

    /**
     * What the store knows of this call, without claiming or refreshing anything.
     *
     * @return empty if there is none, or it has expired
     * @throws KeyCollisionException if the record found belongs to another key
     * @throws StoreUnavailableException if the store does not answer
     */
    Optional<OperationStatus> lookup();
}
