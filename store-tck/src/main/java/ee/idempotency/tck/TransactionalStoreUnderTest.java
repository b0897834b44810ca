// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.TransactionalStore;
import java.util.concurrent.Callable;

/** What the contract kit needs of a store that takes part in transactions. */
public interface TransactionalStoreUnderTest extends StoreUnderTest {

    @Override
    TransactionalStore store();

    @Override
    default TransactionalStore otherNode() {
        return store();
    }

    /**
     * Runs {@code work} inside a transaction of the calling thread that {@code node}, one of the two above, takes part in,
     * and commits it; or rolls it back and passes on what {@code work} throws.
     */
    <T> T inTransaction(TransactionalStore node, Callable<T> work) throws Exception;
}
