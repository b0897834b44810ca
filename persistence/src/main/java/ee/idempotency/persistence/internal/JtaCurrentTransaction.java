// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread's JTA transaction. Without one nothing runs, or a claim would commit by itself; and whatever is
 * thrown here leaves the transaction marked for rollback, on a database that would let it commit too.
 */
@ApplicationScoped
public class JtaCurrentTransaction implements CurrentTransaction {

    @PersistenceContext(unitName = "idempotency")
    private EntityManager entityManager;

    @Inject
    private ContainerTransactions transactions;

    /** For the container. */
    public JtaCurrentTransaction() {}

    @Override
    public <T extends @Nullable Object> T join(SqlWork<T> work) {
        return transactions.runInCurrent(() -> SessionConnection.run(entityManager, work));
    }
}
