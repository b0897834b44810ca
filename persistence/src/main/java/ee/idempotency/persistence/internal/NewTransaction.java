// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a transaction begins and ends, apart from the statements in it. Thread-safe. */
public interface NewTransaction {

    /**
     * Runs {@code work} in a transaction of its own and commits it.
     *
     * @throws StatementFailedException if a statement failed; the transaction was rolled back
     * @throws RuntimeException whatever {@code work} throws, after a rollback; or else the transaction could not begin
     *     or, what is not known then, did not commit
     */
    <T extends @Nullable Object> T call(SqlWork<T> work);

    /** The same transactions with entities; empty where there is no persistence unit. Whether it is empty never changes. */
    default Optional<EntityTransactions> entities() {
        return Optional.empty();
    }

    /** What is wrong with the way to the database, each problem with its cure; asked once, when the application starts. */
    default List<String> problems() {
        return List.of();
    }
}
