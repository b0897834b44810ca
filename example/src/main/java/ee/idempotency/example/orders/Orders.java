// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.orders;

import ee.idempotency.example.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps orders. */
@ApplicationScoped
public class Orders {

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    /** Places an order. */
    @Transactional
    public PurchaseOrder place(String item, int quantity) {
        PurchaseOrder order = new PurchaseOrder(Ids.create("or"), item, quantity);
        entities.persist(order);
        return order;
    }

    /** How many orders there are. */
    @Transactional
    public long count() {
        return entities.createQuery("select count(o) from PurchaseOrder o", Long.class)
                .getSingleResult();
    }
}
