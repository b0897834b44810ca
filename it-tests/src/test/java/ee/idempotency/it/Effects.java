// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.Session;

/** The work of the operations that are tested: rows in a table without any unique key, by the application's own unit. */
@ApplicationScoped
public class Effects {

    /** Where a waiting unit of work says that it is inside, and waits for leave to go on. */
    public record Gate(CountDownLatch arrived, CountDownLatch open) {}

    private final ConcurrentMap<String, Gate> gates = new ConcurrentHashMap<>();
    private final AtomicInteger runs = new AtomicInteger();

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Resource
    ManagedExecutorService executor;

    /** The server's threads. */
    public ManagedExecutorService executor() {
        return executor;
    }

    /** Makes sure that there is a table. */
    @Transactional
    public void prepare() {
        entities.createNativeQuery("create table if not exists it_effect (effect varchar(80), run integer)")
                .executeUpdate();
    }

    /** One effect, in the transaction of the caller. */
    public String work(String effect, WorkEnding how) throws IOException {
        int run = runs.incrementAndGet();
        entities.createNativeQuery("insert into it_effect values (?1, ?2)")
                .setParameter(1, effect)
                .setParameter(2, run)
                .executeUpdate();
        switch (how) {
            case WORKS -> {}
            case WAITS -> pass(effect);
            case THROWS -> throw new IllegalStateException("crashed");
            case THROWS_CHECKED -> throw new IOException("the network is down");
            case MARKS -> transactions.setRollbackOnly();
            case OUTLASTS -> outlast();
            case DECLINES -> throw new IllegalArgumentException("card declined");
        }
        return effect + " run " + run;
    }

    private void pass(String effect) {
        Gate gate = gate(effect);
        gate.arrived().countDown();
        try {
            if (!gate.open().await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody opened the gate");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void outlast() {
        long begun = System.nanoTime();
        while (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(60)) {
                throw new IllegalStateException("The transaction does not time out");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** The gate of one effect. */
    public Gate gate(String effect) {
        return gates.computeIfAbsent(effect, name -> new Gate(new CountDownLatch(1), new CountDownLatch(1)));
    }

    /** How often an effect was had, for good. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long count(String effect) {
        return ((Number) entities.createNativeQuery("select count(*) from it_effect where effect = ?1")
                        .setParameter(1, effect)
                        .getSingleResult())
                .longValue();
    }

    /** One effect at once and one that is written when the transaction commits: a charge of the example. */
    @Transactional
    public void workAndFlushAtCommit(String effect) throws IOException {
        work(effect, WorkEnding.WORKS);
        charge(effect);
    }

    /** The same in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void workAndFlushApart(String effect) throws IOException {
        workAndFlushAtCommit(effect);
    }

    private static void charge(String description) {
        try { // its class is in the application only
            Class<?> type = Class.forName("ee.idempotency.example.payments.Ledger");
            type.getMethod("charge", long.class, String.class, String.class)
                    .invoke(CDI.current().select(type).get(), 1L, "eur", description);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("The example has changed", changed);
        }
    }

    /**
     * How many transactions have written an effect, the charge that describes it, and the record of this key. Only
     * PostgreSQL reports.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int writers(String effect, String operation, String key) {
        return entities.createNativeQuery("select cast(xmin as text) from it_effect where effect = ?1 union"
                        + " select cast(xmin as text) from payments_charge where description = ?1 union"
                        + " select cast(xmin as text) from idempotency_record where operation = ?2"
                        + " and idempotency_key = ?3")
                .setParameter(1, effect)
                .setParameter(2, operation)
                .setParameter(3, key)
                .getResultList()
                .size();
    }

    /** Whether rows show who wrote them. */
    @Transactional
    public boolean knowsWriters() {
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> connection.getMetaData().getDatabaseProductName())
                .equals("PostgreSQL");
    }
}
