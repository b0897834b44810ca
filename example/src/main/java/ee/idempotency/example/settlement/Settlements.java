// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.settlement;

import ee.idempotency.example.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps settlements; every call of {@link #payOut} pays. */
@ApplicationScoped
public class Settlements {

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    /** Pays a charge out. */
    @Transactional
    public String payOut(String charge) {
        String id = Ids.create("po");
        entities.persist(new Settlement(id, charge));
        return id;
    }

    /** How often a charge was paid out. */
    @Transactional
    public long count(String charge) {
        return entities.createQuery("select count(s) from Settlement s where s.charge = :charge", Long.class)
                .setParameter("charge", charge)
                .getSingleResult();
    }
}
