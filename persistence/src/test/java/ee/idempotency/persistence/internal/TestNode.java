// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import ee.idempotency.persistence.JpaIdempotencyStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** A node of the application: a pool, the shipped persistence unit with transactions of its own, and the store. */
public final class TestNode implements NewTransaction, AutoCloseable {

    private final HikariDataSource pool;
    private final EntityManagerFactory entityManagers;
    private final JpaIdempotencyStore store = new JpaIdempotencyStore(this);

    /** A node whose unit is validated against the schema. */
    public TestNode(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        pool = new HikariDataSource(config);
        entityManagers = new HibernatePersistenceProvider()
                .createEntityManagerFactory(
                        "idempotency",
                        Map.of(
                                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                                "jakarta.persistence.nonJtaDataSource", pool,
                                "hibernate.connection.provider_disables_autocommit", "false",
                                "hibernate.hbm2ddl.auto", "validate"));
    }

    public JpaIdempotencyStore store() {
        return store;
    }

    /** For transactions of the test's own. */
    public EntityManager newEntityManager() {
        return entityManagers.createEntityManager();
    }

    @Override
    public <T> T call(SqlWork<T> work) {
        try (EntityManager entityManager = entityManagers.createEntityManager()) {
            EntityTransaction transaction = entityManager.getTransaction();
            transaction.begin();
            try {
                T result = SessionConnection.run(entityManager, work);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        entityManagers.close();
        pool.close();
    }
}
