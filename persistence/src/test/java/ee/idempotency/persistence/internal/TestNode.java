// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import ee.idempotency.liquibase.Databases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** A node of the application: a pool, the shipped persistence unit with its transactions, and the store. */
public final class TestNode implements NewTransaction, CurrentTransaction, Node {

    private final HikariDataSource pool;
    private final EntityManagerFactory entityManagers;
    private final DurableStore store;
    private final Map<Thread, EntityManager> joinable = new ConcurrentHashMap<>();

    /** A node whose unit is validated against the schema. */
    public TestNode(DataSource database) {
        this(database, null, StoreSettings.DEFAULTS);
    }

    /** The same with settings. */
    public TestNode(DataSource database, StoreSettings settings) {
        this(database, null, settings);
    }

    /** The same at an isolation level, by the name of its constant in JDBC; null leaves the database's default. */
    TestNode(DataSource database, String isolation) {
        this(database, isolation, StoreSettings.DEFAULTS);
    }

    private TestNode(DataSource database, String isolation, StoreSettings settings) {
        store = new DurableStore(this, this, settings);
        HikariConfig config = new HikariConfig();
        config.setTransactionIsolation(isolation);
        config.setDataSource(database);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        pool = new HikariDataSource(config);
        entityManagers = new HibernatePersistenceProvider()
                .createEntityManagerFactory(
                        "idempotency",
                        Map.of(
                                "jakarta.persistence.transactionType",
                                "RESOURCE_LOCAL",
                                "jakarta.persistence.nonJtaDataSource",
                                pool,
                                "hibernate.connection.provider_disables_autocommit",
                                "false",
                                "hibernate.hbm2ddl.auto",
                                validation(database),
                                // as WildFly has it
                                "hibernate.jpa.compliance.query",
                                "true"));
    }

    private static String validation(DataSource database) {
        return Databases.of(database).isValidatedByHibernate() ? "validate" : "none";
    }

    @Override
    public DurableStore store() {
        return store;
    }

    DataSource pool() {
        return pool;
    }

    /** How many connections are in use. */
    int connections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** For transactions of the test's own. */
    public EntityManager newEntityManager() {
        return entityManagers.createEntityManager();
    }

    @Override
    public <T> T call(SqlWork<T> work) {
        return callWithEntities(entityManager -> SessionConnection.run(entityManager, work));
    }

    @Override
    public Optional<EntityTransactions> entities() {
        return Optional.of(this::callWithEntities);
    }

    private <T> T callWithEntities(EntityWork<T> work) {
        try (EntityManager entityManager = entityManagers.createEntityManager()) {
            EntityTransaction transaction = entityManager.getTransaction();
            transaction.begin();
            try {
                T result = work.run(entityManager);
                transaction.commit();
                return result;
            } catch (RuntimeException failed) {
                rollBack(transaction, failed);
                throw failed;
            }
        }
    }

    /** As a container does: what the rollback of a dead connection throws hides nothing. */
    private static void rollBack(EntityTransaction transaction, RuntimeException failed) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    /** The caller's work. */
    public interface Work<T> {

        T run(EntityManager entityManager) throws Exception;
    }

    /** Runs {@code work} in a transaction of the calling thread, as an application would, and commits it. */
    public <T> T inTransaction(Work<T> work) throws Exception {
        try (EntityManager entityManager = entityManagers.createEntityManager()) {
            entityManager.getTransaction().begin();
            joinable.put(Thread.currentThread(), entityManager);
            try {
                T result = work.run(entityManager);
                entityManager.getTransaction().commit();
                return result;
            } finally {
                joinable.remove(Thread.currentThread());
                if (entityManager.getTransaction().isActive()) {
                    entityManager.getTransaction().rollback();
                }
            }
        }
    }

    @Override
    public <T> T inJoinableTransaction(Callable<T> work) throws Exception {
        return inTransaction(entityManager -> work.call());
    }

    @Override
    public <T> T join(SqlWork<T> work) {
        EntityManager entityManager = joinable.get(Thread.currentThread());
        if (entityManager == null) {
            throw new IllegalStateException("The calling thread has no transaction");
        }
        return SessionConnection.run(entityManager, work);
    }

    @Override
    public void close() {
        entityManagers.close();
        pool.close();
    }
}
