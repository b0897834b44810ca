// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The container's transactions, on the connection of a data source. A caller's transaction is suspended meanwhile, and
 * this one takes a second connection: a pool needs two for each such caller.
 */
@ApplicationScoped
public class DataSourceNewTransaction implements NewTransaction {

    private final TransactionConnections connections;

    /** On the data source that the settings name. */
    public DataSourceNewTransaction() {
        this(TransactionConnections.configured());
    }

    DataSourceNewTransaction(TransactionConnections connections) {
        this.connections = connections;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T extends @Nullable Object> T call(SqlWork<T> work) {
        return connections.run(work);
    }

    @Override
    public List<String> problems() {
        return connections.problems();
    }
}
