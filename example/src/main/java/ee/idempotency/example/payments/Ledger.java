// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.payments;

import ee.idempotency.example.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps charges and refunds. It knows nothing of idempotency: every call of {@link #charge} takes money. */
@ApplicationScoped
public class Ledger {

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    /** Takes money. */
    @Transactional
    public JsonObject charge(long amount, String currency, String description) {
        Charge charge = new Charge(Ids.create("ch"), amount, currency, description, Instant.now());
        entities.persist(charge);
        return charge.toJson();
    }

    /** Gives back {@code amount} of a charge; empty if there is no such charge or not that much of it is left. */
    @Transactional
    public Optional<JsonObject> refund(String chargeId, long amount) {
        Charge charge = entities.find(Charge.class, chargeId, LockModeType.PESSIMISTIC_WRITE);
        if (charge == null || charge.refundable() < amount) {
            return Optional.empty();
        }
        charge.refund(amount);
        Refund refund = new Refund(Ids.create("re"), chargeId, amount, Instant.now());
        entities.persist(refund);
        return Optional.of(refund.toJson());
    }

    /** One charge. */
    @Transactional
    public Optional<JsonObject> find(String chargeId) {
        return Optional.ofNullable(entities.find(Charge.class, chargeId)).map(Charge::toJson);
    }

    /** The latest charges, newest first. */
    @Transactional
    public List<JsonObject> latest(int limit) {
        return entities.createQuery("select c from Charge c order by c.createdAt desc, c.id", Charge.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(Charge::toJson)
                .toList();
    }
}
