// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox;

/**
 * Sends events to where they are awaited. A CDI bean with a {@code @Named} name, which the settings {@code
 * idempotency.outbox.sender} or {@code idempotency.outbox.type.<type>.sender} choose; {@code cdi}, {@code jms} and {@code
 * webhook} are there. Thread-safe: the relays of two nodes, and after a redeployment of one, may call at the same time.
 */
@FunctionalInterface
public interface EventSender {

    /**
     * Sends an event, outside any transaction, and returns when it has arrived: what is accepted only in memory can be lost.
     * Give the id of the event to the receiver; it is the same whenever the event is sent.
     *
     * <p>To return later than {@code idempotency.outbox.lease} lets another node send the same event meanwhile, so have a
     * time-out that is shorter.
     *
     * @throws Exception if it has not arrived, or nobody knows; it is sent again after a pause, and the class of the
     *     exception is stored with it. Its message is neither stored nor logged, unless it is a {@link NotSentException}
     */
    void send(OutboxEvent event) throws Exception;
}
