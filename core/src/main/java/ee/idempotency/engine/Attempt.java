// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.NotOwnerException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Outcome;

/**
 * One run of an operation under a claim, and under {@link ee.idempotency.TransactionMode#JOINED} and {@code ONE_COMMIT}
 * inside a transaction of the thread that began it. It is settled once, on that thread, by exactly one of {@link
 * #complete}, {@link #reject} and {@link #release}; afterwards it holds no transaction, lock or timer. Only the engine
 * implements it.
 */
public interface Attempt {

    /** What is held. */
    ActiveClaim claim();

    /**
     * Stores the answer and commits what belongs with it. Only afterwards may the caller see it.
     *
     * @throws NotOwnerException if another attempt took over; the work was rolled back where it shared the transaction,
     *     and the answer must not be used
     * @throws TransactionRolledBackException if the shared transaction could not be committed; nothing was done
     * @throws OutcomeNotStoredException if the store does not answer; whether the outcome is stored is unknown, and a
     *     retry will learn it
     */
    void complete(Outcome.Completed outcome);

    /**
     * Stores an answer that holds whether or not the work had an effect, such as a refusal: together with the work where
     * its transaction can be committed, and alone where it was marked for rollback.
     *
     * @throws NotOwnerException as {@link #complete}
     * @throws TransactionRolledBackException as {@link #complete}
     * @throws OutcomeNotStoredException as {@link #complete}
     */
    void reject(Outcome outcome);

    /** Makes sure that the work's transaction, if it shares one, is rolled back. */
    void markForRollback();

    /**
     * Rolls the work back and gives the key back; a retry runs at once. Never throws: if the store does not answer, or
     * another attempt has taken over, the claim ends without this one.
     */
    void release();
}
