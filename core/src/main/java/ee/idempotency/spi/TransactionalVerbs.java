// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * What a store can do inside the transaction of the calling thread, so that claim or outcome commit with the work: see
 * {@link IdempotencyStore#transactional()}. The verbs follow the rules of {@link IdempotencyStore}, but neither begin nor
 * end a transaction and are never tried again: after an exception the transaction is only good for a rollback, which the
 * caller does. Thread-safe.
 */
public interface TransactionalVerbs {

    /**
     * Claims a key in the calling thread's transaction. A claim that another transaction holds uncommitted is waited for.
     *
     * @param request what is to be claimed
     * @param lockWait how long to wait at most; more than zero. It binds this statement only, not later ones of the
     *     transaction. A store may have a limit of its own instead and says so
     * @return the claim's result; empty if the wait was over first, and then the transaction is only good for a rollback
     * @throws StoreUnavailableException if the statement failed; one that says that the connection was lost lets the engine
     *     begin another transaction, where it has begun this one
     */
    Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait);

    /**
     * Settles a claim in the calling thread's transaction. Refused also once the record is past its retention: it would
     * be absent to the next claim, and the effect of the same transaction would be done twice.
     *
     * @throws StoreUnavailableException if the statement failed
     */
    OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome);

    /**
     * Whether a transaction whose commit went unanswered did settle the claim. Reads in a transaction of its own.
     *
     * @throws StoreUnavailableException if the store does not answer
     */
    boolean isSettledBy(Ownership ownership, Outcome outcome);
}
