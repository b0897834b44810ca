// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults.witness;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The effect: a row in a table without a unique key. Every call adds one; nothing in here knows of idempotency. */
@ApplicationScoped
public class Witness {

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Resource
    TransactionSynchronizationRegistry transactions;

    /**
     * Adds a row and returns its random id. May stop at {@code after-flush}, with the row written and not committed, and
     * at {@code after-commit}, in the thread that has just committed it.
     */
    @Transactional
    public String write(String key, String mode, @Nullable String stopAt) {
        String id = UUID.randomUUID().toString();
        entities.createNativeQuery("insert into witness (id, idempotency_key, mode, pid) values (?1, ?2, ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, key)
                .setParameter(3, mode)
                .setParameter(4, ProcessHandle.current().pid())
                .executeUpdate();
        Gates.pass("after-flush", key, stopAt);
        transactions.registerInterposedSynchronization(new AfterCommit(key, stopAt));
        return id;
    }

    private record AfterCommit(String key, @Nullable String stopAt) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                Gates.pass("after-commit", key, stopAt);
            }
        }
    }
}
