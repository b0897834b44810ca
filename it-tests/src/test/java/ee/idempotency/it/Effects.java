// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The work of the operations that are tested: rows in a table without any unique key, by the application's own unit. */
@ApplicationScoped
public class Effects {

    /** Where a waiting unit of work says that it is inside, and is told to go on. */
    public record Gate(CountDownLatch arrived, CountDownLatch open) {}

    private final ConcurrentMap<String, Gate> gates = new ConcurrentHashMap<>();
    private final AtomicInteger runs = new AtomicInteger();

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Resource
    TransactionSynchronizationRegistry transactions;

    /** Makes sure that there is a table. */
    @Transactional
    public void prepare() {
        entities.createNativeQuery("create table if not exists it_effect (effect varchar(80), run integer)")
                .executeUpdate();
    }

    /** One effect, in the transaction of the caller. */
    public String work(String effect, How how) throws IOException {
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

    /** PostgreSQL's numbers of the transactions that wrote an effect and the record of an operation. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<?> writers(String effect, String operation) {
        return entities.createNativeQuery("select cast(xmin as text) from it_effect where effect = ?1 union"
                        + " select cast(r.xmin as text) from idempotency_record r where r.operation = ?2")
                .setParameter(1, effect)
                .setParameter(2, operation)
                .getResultList();
    }
}
