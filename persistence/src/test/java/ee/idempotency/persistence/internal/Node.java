// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.util.concurrent.Callable;

/** A node of the application with a store, whichever way that reaches the database. */
public interface Node extends AutoCloseable {

    /** Its store. */
    DurableStore store();

    /** Runs {@code work} in a transaction of the calling thread, as an application would, and commits it. */
    <T> T inJoinableTransaction(Callable<T> work) throws Exception;

    @Override
    void close();
}
