// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order as it is kept. */
@Entity
@Table(name = "payments_order")
public class PurchaseOrder {

    @Id
    private String id = "";

    private String item = "";
    private int quantity;

    protected PurchaseOrder() {}

    PurchaseOrder(String id, String item, int quantity) {
        this.id = id;
        this.item = item;
        this.quantity = quantity;
    }

    /** The identifier. */
    public String getId() {
        return id;
    }

    /** What is ordered. */
    public String getItem() {
        return item;
    }

    /** How much of it. */
    public int getQuantity() {
        return quantity;
    }
}
