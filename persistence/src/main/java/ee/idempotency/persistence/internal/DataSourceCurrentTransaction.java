// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread's JTA transaction, on the connection that a data source has for it. Without one nothing runs, or a
 * claim would commit by itself; and whatever is thrown here leaves the transaction marked for rollback, on a database that
 * would let it commit too.
 */
@ApplicationScoped
public class DataSourceCurrentTransaction implements CurrentTransaction {

    private final TransactionConnections connections;
    private final ContainerTransactions transactions;

    /** For the container's proxy, which calls nothing on it. */
    public DataSourceCurrentTransaction() {
        this(new ContainerTransactions());
    }

    /** On the data source that the settings name. */
    @Inject
    public DataSourceCurrentTransaction(ContainerTransactions transactions) {
        this(TransactionConnections.configured(), transactions);
    }

    DataSourceCurrentTransaction(TransactionConnections connections, ContainerTransactions transactions) {
        this.connections = connections;
        this.transactions = transactions;
    }

    @Override
    public <T extends @Nullable Object> T join(SqlWork<T> work) {
        return transactions.runInCurrent(() -> connections.run(work));
    }
}
