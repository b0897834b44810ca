// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Transactions;

/** Puts stores together. */
public final class Stores {

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
