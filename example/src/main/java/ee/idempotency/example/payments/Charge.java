// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.payments;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Money taken from a customer. */
@Entity
@Table(name = "payments_charge")
public class Charge {

    @Id
    private String id = "";

    private long amount;
    private long amountRefunded;
    private String currency = "";
    private String description = "";
    private Instant createdAt = Instant.EPOCH;

    protected Charge() {}

    Charge(String id, long amount, String currency, String description, Instant createdAt) {
        this.id = id;
        this.amount = amount;
        this.currency = currency;
        this.description = description;
        this.createdAt = createdAt;
    }

    long refundable() {
        return amount - amountRefunded;
    }

    void refund(long refunded) {
        amountRefunded += refunded;
    }

    /** The charge as Stripe's clients read it. */
    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("object", "charge")
                .add("amount", amount)
                .add("amount_refunded", amountRefunded)
                .add("captured", true)
                .add("created", createdAt.getEpochSecond())
                .add("currency", currency)
                .add("description", description)
                .add("livemode", false)
                .add("paid", true)
                .add("refunded", refundable() == 0)
                .add("status", "succeeded")
                .build();
    }
}
