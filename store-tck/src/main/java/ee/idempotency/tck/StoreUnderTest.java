// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.IdempotencyStore;
import java.time.Duration;

/**
 * What the contract kit needs of a store: one empty store per test, and a way to let its time pass. A failure while it is
 * set up is thrown from {@link IdempotencyStoreContract#createStore()}.
 */
public interface StoreUnderTest extends AutoCloseable {

    /** The store, always the same object. Up to 64 threads call it at once. */
    IdempotencyStore store();

    /**
     * Another node's handle on the same data, if there can be one: another store object, and where it matters another
     * connection pool. Races run over both.
     */
    default IdempotencyStore otherNode() {
        return store();
    }

    /**
     * Lets {@code time} pass for every record at once. A store with an injected clock moves the clock; a store whose
     * database decides moves every stored time of every record into the past by {@code time}. The kit counts in hours and
     * allows for half an hour of real time beside it, so that a clock that keeps running does no harm.
     *
     * @param time positive, a few days at most
     */
    void advance(Duration time);

    /**
     * Whether the random commands may let an owner claim again with the token it has, as after a claim whose answer was
     * lost. It stays acquired in any case; but with a fast tier in front, others may for a moment see a lease running
     * that is over, so such a store says no.
     */
    default boolean ownersClaimAgain() {
        return true;
    }

    /** Ends the test: deletes the records, closes what was opened. */
    @Override
    default void close() {}
}
