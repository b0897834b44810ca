// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import org.jspecify.annotations.Nullable;

/** Transactions of the persistence unit, for administration. Thread-safe. */
@FunctionalInterface
public interface EntityTransactions {

    /**
     * Runs {@code work} in a transaction of its own and commits it.
     *
     * @throws RuntimeException whatever {@code work} throws, after a rollback; or else the transaction could not begin
     *     or, what is not known then, did not commit
     */
    <T extends @Nullable Object> T call(EntityWork<T> work);
}
