// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.orders;

import org.jspecify.annotations.Nullable;

/** An order as it is sent. */
public class OrderRequest {

    private @Nullable String item;
    private int quantity;

    /** What is ordered. */
    public @Nullable String getItem() {
        return item;
    }

    /** Read by JSON-B. */
    public void setItem(@Nullable String item) {
        this.item = item;
    }

    /** How much of it. */
    public int getQuantity() {
        return quantity;
    }

    /** Read by JSON-B. */
    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }
}
