// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The container's transactions, on the connection of the persistence unit. A caller's transaction is suspended meanwhile, and this one takes a second connection:
 * a pool needs two for each such caller.
 */
@ApplicationScoped
public class JtaNewTransaction implements NewTransaction {

    @PersistenceContext(unitName = "idempotency")
    private EntityManager entityManager;

    @Inject
    private ContainerTransactions transactions;

    /** For the container. */
    public JtaNewTransaction() {}

    JtaNewTransaction(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public <T extends @Nullable Object> T call(SqlWork<T> work) {
        return transactions.runInNew(() -> SessionConnection.run(entityManager, work));
    }

    @Override
    public Optional<EntityTransactions> entities() {
        return Optional.of(this::callWithEntities);
    }

    private <T extends @Nullable Object> T callWithEntities(EntityWork<T> work) {
        return transactions.runInNew(() -> work.run(entityManager));
    }

    @Override
    public List<String> problems() {
        return Provider.problemOf(entityManager).stream().toList();
    }
}
