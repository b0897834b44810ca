// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox;

import java.util.UUID;

/**
 * Records events in the transaction of the calling thread: an event is sent if that transaction commits, and never
 * otherwise. An injectable CDI bean; thread-safe.
 *
 * <pre>{@code
 * @Transactional
 * @IdempotentOperation(name = "place-order")
 * public Receipt place(@IdempotencyKeyPart String orderId, Order order) {
 *     orders.persist(order);
 *     outbox.publish("order", orderId, "OrderPlaced", json(order));
 *     return new Receipt(orderId);
 * }
 * }</pre>
 *
 * <p>An event is sent <em>at least once</em>: after a crash between sending and noting that it was sent, it is sent again,
 * with the same id. A consumer that takes the id as its idempotency key has one effect.
 */
public interface Outbox {

    /**
     * Records an event: one INSERT in the open transaction.
     *
     * <p>Under a claim the id is derived from it, as {@link ee.idempotency.IdempotencyContext#downstreamKey} is: the n-th
     * event of the same three names has the same id on every attempt, node and retry, and an id that is recorded already is
     * not recorded again. So a run that repeats the work of one that crashed publishes nothing twice, as long as it
     * publishes the events of one aggregate and type in the same order. Without a claim the id is random.
     *
     * @param aggregateType what kind of thing the event is about, such as {@code order}; 1 to 255 printable characters, not
     *     all blank
     * @param aggregateId which one it is about; likewise. Events of one aggregate are sent in the order of their recording,
     *     one after the other
     * @param type what has happened to it, such as {@code OrderPlaced}; likewise
     * @param payload a JSON text of at most {@code idempotency.outbox.max-payload} bytes in UTF-8; kept as it is, to the last
     *     blank
     * @return the id of the event
     * @throws IllegalArgumentException if an argument breaks these rules; the message says which one, and nothing is recorded
     * @throws IllegalStateException if the calling thread has no transaction: an event without one could be sent although
     *     what it speaks of is rolled back
     * @throws ee.idempotency.StoreUnavailableException if the database does not answer; the transaction is only good for a
     *     rollback
     */
    UUID publish(String aggregateType, String aggregateId, String type, String payload);
}
