// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.IdempotencyAssert;
import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A bean with protected methods of every kind; counts how often one really ran. */
@ApplicationScoped
public class Receipts {

    static final AtomicInteger RUNS = new AtomicInteger();

    /** A result with a typed field, mutable as JSON-B likes it. */
    public static class Receipt {
        public String order = "";
        public BigDecimal amount = BigDecimal.ZERO;
        public int run;
    }

    /** A payload. */
    public static class Order {
        private final String id;
        private final List<String> items;

        public Order(String id, List<String> items) {
            this.id = id;
            this.items = items;
        }

        public String getId() {
            return id;
        }

        public List<String> getItems() {
            return items;
        }
    }

    @IdempotentOperation(name = "send-receipt", retention = "P7D")
    public Receipt send(@IdempotencyKeyPart String orderId, String recipient) {
        IdempotencyAssert.assertClaimed();
        Receipt receipt = new Receipt();
        receipt.order = orderId + " to " + recipient;
        receipt.amount = new BigDecimal("12345678901234567890.10");
        receipt.run = RUNS.incrementAndGet();
        return receipt;
    }

    @IdempotentOperation(name = "place-order", key = "order.id", fingerprint = "order")
    public List<Receipt> place(Order order) {
        return List.of(send(order.getId(), "self-invocation is not intercepted: the outer claim is seen"));
    }

    @IdempotentOperation(name = "two-part-order", key = "[order.id, order.items.size()]")
    public int count(Order order) {
        return RUNS.incrementAndGet();
    }

    @IdempotentOperation(name = "notify")
    public void inform(@IdempotencyKeyPart long customer) {
        RUNS.incrementAndGet();
    }

    @IdempotentOperation(name = "find")
    public @Nullable String findNothing(@IdempotencyKeyPart long customer) {
        RUNS.incrementAndGet();
        return null;
    }

    @IdempotentOperation(name = "decline", failOn = IllegalArgumentException.class)
    public String decline(@IdempotencyKeyPart String order) throws IOException {
        RUNS.incrementAndGet();
        if (order.isEmpty()) {
            throw new IOException("network");
        }
        throw new NumberFormatException("card declined");
    }

    public void unprotected() {
        IdempotencyAssert.assertClaimed();
    }
}
