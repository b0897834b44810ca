// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The table of the store, by the library's own unit. */
@ApplicationScoped
public class Records {

    @PersistenceContext(unitName = "idempotency")
    EntityManager entities;

    /** Executes a statement, in a transaction. */
    @Transactional
    public void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    /** How many records an operation has. */
    @Transactional
    public long of(String operation) {
        return ((Number) entities.createNativeQuery("select count(*) from idempotency_record where operation = ?1")
                        .setParameter(1, operation)
                        .getSingleResult())
                .longValue();
    }
}
