// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes one row for each effect, into a table of the example that lets the same work in twice. */
@ApplicationScoped
public class Effects {

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject
    Effects self;

    @Inject
    ApartEjb ejb;

    @Resource
    TransactionSynchronizationRegistry transactions;

    /** One effect; returns the transaction it is in. */
    @Transactional
    public String add(String work) {
        insert(work);
        return String.valueOf(transactions.getTransactionKey());
    }

    /** The same, by code that goes on whatever becomes of it. */
    public void tryToAdd(String work) {
        try {
            self.add(work);
        } catch (RuntimeException refused) {
            // what such code does
        }
    }

    /** An effect, and an exception that leaves the transaction marked for rollback. */
    @Transactional
    public void addAndReject(String work, int status) {
        insert(work);
        throw new RejectedException(status);
    }

    /** An effect that commits by itself. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void addApart(String work) {
        insert(work);
    }

    /** An effect, then one that commits by itself, then an exception that rolls the first one back. */
    @Transactional
    public void addAndAddApartAndReject(String work, int status) {
        insert(work);
        self.addApart(work + "-apart");
        throw new RejectedException(status);
    }

    /** The same with an EJB. */
    @Transactional
    public void addAndAddByEjbAndReject(String work, int status) {
        insert(work);
        ejb.add(work + "-apart");
        throw new RejectedException(status);
    }

    /** Two effects, the second through the container's own proxy of this bean. */
    @Transactional
    public void addTwice(String work) {
        insert(work);
        self.add(work);
    }

    /** An effect, and a mark that the caller learns nothing of. */
    @Transactional
    public void addAndMark(String work) {
        insert(work);
        transactions.setRollbackOnly();
    }

    /** An effect, and something that fails when the transaction is about to commit, as a flush may. */
    @Transactional
    public void addAndFailAtCommit(String work) {
        insert(work);
        beforeCommit(() -> {
            throw new IllegalStateException("a flush failed");
        });
    }

    /** An effect, and a gate just before the commit. */
    @Transactional
    public void addAndWaitAtCommit(String work, String gate) {
        insert(work);
        beforeCommit(() -> Gates.pass(gate));
    }

    /** An effect that a deferred constraint of the database refuses at commit. */
    @Transactional
    public void addAndViolateAtCommit(String work) {
        insert(work);
        for (int i = 0; i < 2; i++) {
            entities.createNativeQuery("insert into deferred_once (work) values (?1)")
                    .setParameter(1, work)
                    .executeUpdate();
        }
    }

    /** How many effects there are. */
    @Transactional
    public long count(String work) {
        return ((Number) entities.createNativeQuery("select count(*) from payments_order where item = ?1")
                        .setParameter(1, work)
                        .getSingleResult())
                .longValue();
    }

    private void insert(String work) {
        entities.createNativeQuery("insert into payments_order (id, item, quantity) values (?1, ?2, 1)")
                .setParameter(1, UUID.randomUUID().toString())
                .setParameter(2, work)
                .executeUpdate();
    }

    private void beforeCommit(Runnable action) {
        transactions.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                action.run();
            }

            @Override
            public void afterCompletion(int status) {
                // only the commit matters
            }
        });
    }
}
