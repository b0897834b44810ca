// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.persistence.UnfitDatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Stops a deployment on a database that the store was not made for, before the first request. It comes after the EJBs that
 * start with the application, so after a migration by them. A database that does not answer now may do so later: that is
 * logged, and the application starts.
 */
@ApplicationScoped
public class StartCheck {

    @PersistenceContext(unitName = "idempotency")
    private EntityManager entityManager;

    @Inject
    private NewTransaction transactions;

    /** For the container. */
    public StartCheck() {}

    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
        check(entityManager, transactions);
    }

    static void check(EntityManager entityManager, NewTransaction transactions) {
        if (!Provider.isHibernate(entityManager.getEntityManagerFactory())) {
            throw new UnfitDatabaseException(List.of(Provider.OTHER));
        }
        List<String> problems;
        try {
            problems = transactions.call(DatabaseCheck::problems);
        } catch (RuntimeException unknown) {
            StoreLog.unchecked(unknown);
            return;
        }
        if (!problems.isEmpty()) {
            throw new UnfitDatabaseException(problems);
        }
    }
}
