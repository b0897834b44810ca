// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * An outbox: events are recorded in the transaction that they speak of, and sent after its commit, at least once.
 *
 * <p>Order, record and event are one commit:
 *
 * <pre>{@code
 * @Transactional
 * @IdempotentOperation(name = "place-order", mode = TransactionMode.JOINED)
 * public Receipt place(@IdempotencyKeyPart String orderId, Order order) {
 *     orders.persist(order);
 *     outbox.publish("order", orderId, "OrderPlaced", jsonb.toJson(order));
 *     return new Receipt(orderId);
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.outbox;

import org.jspecify.annotations.NullMarked;
