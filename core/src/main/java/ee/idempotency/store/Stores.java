// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.KeyValueStore;
import ee.idempotency.spi.LockProvider;
import ee.idempotency.spi.Transactions;
import java.time.Duration;

/** Puts stores together. */
public final class Stores {

    private static final Duration LOCK_LEASE = Duration.ofSeconds(5);

    private Stores() {}

    /**
     * A durable store with a fast tier in front. The durable one decides every claim and holds every record; the other
     * spares it the repeats. Has the
     * capabilities that the durable one has. See docs/two-tiers.md.
     *
     * @param transactions those that the durable store takes part in; they report when an outcome is committed
     */
    public static IdempotencyStore twoTier(HotTier hot, IdempotencyStore durable, Transactions transactions) {
        return new TwoTierStore(hot, durable, transactions);
    }

    /**
     * A store over a key-value store that has no conditional writes, and locks with fencing numbers. Passes the contract
     * kit; has no listing, no administration and no part in transactions, so that operations are
     * {@link ee.idempotency.TransactionMode#INDEPENDENT INDEPENDENT}. A lock lasts at most five seconds, and is waited for a
     * second longer. Every call but {@code lookup} takes a lock, reads, writes and asks for the lock again: where the store
     * can compare and write in one step, write an {@link IdempotencyStore} for it instead. See docs/locked-store.md.
     *
     * @param values where the records are
     * @param locks whose numbers order the writes; may be another system than {@code values}
     */
    public static IdempotencyStore locked(KeyValueStore values, LockProvider locks) {
        return new LockedStore(values, locks, LOCK_LEASE, LOCK_LEASE.plusSeconds(1));
    }

    /**
     * The part of a store that belongs to one application of several that share it. Stores of different namespaces do not
     * see each other's records, whatever their tenants, operations and keys are; nor does one see what was written without
     * a namespace. Has the capabilities that the shared one has.
     *
     * @param namespace not empty; the same on all nodes of an application, and for ever: with another one every key is new
     */
    public static IdempotencyStore namespaced(String namespace, IdempotencyStore shared) {
        if (namespace.isEmpty()) {
            throw new IllegalArgumentException("A namespace is not empty");
        }
        return new NamespacedStore(new Namespace(namespace), shared);
    }
}
