// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread's JTA transaction, on the connection that a data source has for it. Without one nothing runs, or a
 * claim would commit by itself; and whatever is thrown here leaves the transaction marked for rollback, on a database that
 * would let it commit too.
 */
@ApplicationScoped
public class DataSourceCurrentTransaction implements CurrentTransaction {

    private final TransactionConnections connections;

    /** On the data source that the settings name. */
    public DataSourceCurrentTransaction() {
        this(TransactionConnections.configured());
    }

    DataSourceCurrentTransaction(TransactionConnections connections) {
        this.connections = connections;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public <T extends @Nullable Object> T join(SqlWork<T> work) {
        return connections.run(work);
    }
}
