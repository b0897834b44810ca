// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean whose class is protected as a whole. */
@ApplicationScoped
@IdempotentOperation(name = "orders")
public class PricedOrders {

    public String price(@IdempotencyKeyPart String order) {
        return "price " + Receipts.RUNS.incrementAndGet() + " of " + order;
    }

    public String discount(@IdempotencyKeyPart String order) {
        return "discount " + Receipts.RUNS.incrementAndGet() + " of " + order;
    }
}
