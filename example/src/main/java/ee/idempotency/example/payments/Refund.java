// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.payments;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Money given back. */
@Entity
@Table(name = "payments_refund")
public class Refund {

    @Id
    private String id = "";

    private String charge = "";
    private long amount;
    private Instant createdAt = Instant.EPOCH;

    protected Refund() {}

    Refund(String id, String charge, long amount, Instant createdAt) {
        this.id = id;
        this.charge = charge;
        this.amount = amount;
        this.createdAt = createdAt;
    }

    /** The refund as Stripe's clients read it. */
    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("object", "refund")
                .add("amount", amount)
                .add("charge", charge)
                .add("created", createdAt.getEpochSecond())
                .add("status", "succeeded")
                .build();
    }
}
