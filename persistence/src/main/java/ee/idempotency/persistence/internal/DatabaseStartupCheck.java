// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.persistence.UnsupportedDatabaseException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;

/**
 * Stops a deployment on a database that the store was not made for, before the first request. As a listener of the
 * web application it comes after the EJBs that start with it, so after a migration by them; an observer of CDI's event
 * would come before them on Payara. A database that does not answer now may do so later: that is
 * logged, and the application starts.
 */
@WebListener
public class DatabaseStartupCheck implements ServletContextListener {

    @PersistenceContext(unitName = "idempotency")
    private EntityManager entityManager;

    @Inject
    private NewTransaction transactions;

    /** For the container. */
    public DatabaseStartupCheck() {}

    @Override
    public void contextInitialized(ServletContextEvent started) {
        check(entityManager, transactions);
    }

    static void check(EntityManager entityManager, NewTransaction transactions) {
        if (!Provider.isHibernate(entityManager.getEntityManagerFactory())) {
            throw new UnsupportedDatabaseException(List.of(Provider.OTHER));
        }
        List<String> problems;
        try {
            problems = transactions.call(DatabaseCheck::problems);
        } catch (RuntimeException unknown) {
            StoreLog.unchecked(unknown);
            return;
        }
        if (!problems.isEmpty()) {
            throw new UnsupportedDatabaseException(problems);
        }
    }
}
