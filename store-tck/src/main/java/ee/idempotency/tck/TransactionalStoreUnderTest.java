// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.IdempotencyStore;
import java.util.concurrent.Callable;

/** What the contract kit needs of a store that takes part in transactions: both nodes have the verbs. */
public interface TransactionalStoreUnderTest extends StoreUnderTest {

    /**
     * Runs {@code work} inside a transaction of the calling thread that {@code node}, {@link #store()} or {@link #otherNode()}, takes part in,
     * and commits it; or rolls it back and passes on what {@code work} throws.
     */
    <T> T inTransaction(IdempotencyStore node, Callable<T> work) throws Exception;
}
