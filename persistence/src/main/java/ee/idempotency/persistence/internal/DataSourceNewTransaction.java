// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The container's transactions, on the connection of a data source. A caller's transaction is suspended meanwhile, and
 * this one takes a second connection: a pool needs two for each such caller.
 */
@ApplicationScoped
public class DataSourceNewTransaction implements NewTransaction {

    private final TransactionConnections connections;
    private final ContainerTransactions transactions;

    /** For the container's proxy, which calls nothing on it. */
    public DataSourceNewTransaction() {
        this(new ContainerTransactions());
    }

    /** On the data source that the settings name. */
    @Inject
    public DataSourceNewTransaction(ContainerTransactions transactions) {
        this(TransactionConnections.configured(), transactions);
    }

    DataSourceNewTransaction(TransactionConnections connections, ContainerTransactions transactions) {
        this.connections = connections;
        this.transactions = transactions;
    }

    @Override
    public <T extends @Nullable Object> T call(SqlWork<T> work) {
        return transactions.runInNew(() -> connections.run(work));
    }

    @Override
    public List<String> problems() {
        return connections.problems();
    }
}
