// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.CloudEvent;
import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.OutboxEvent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;

/**
 * Sends cloud events as text messages, persistent ones. A class of its own, which is loaded only where it is chosen: not every
 * server has the API. The id is the message's correlation id, which a key expression can read. Messages of one aggregate are of one group, so that consumers on several threads keep their order.
 */
final class JmsSender implements EventSender {

    static final String TYPE = "eventType";
    static final String GROUP = "JMSXGroupID";

    private final ConnectionFactory connections;
    private final Destination destination;

    JmsSender(ConnectionFactory connections, Destination destination) {
        this.connections = connections;
        this.destination = destination;
    }

    /** Those that the settings name. */
    static JmsSender of(JmsTarget target) {
        return new JmsSender(
                Jndi.find(target.connectionFactory(), ConnectionFactory.class, JmsTarget.CONNECTION_FACTORY),
                Jndi.find(target.destination(), Destination.class, JmsTarget.DESTINATION));
    }

    @Override
    public void send(OutboxEvent event) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setJMSCorrelationID(event.id().toString())
                    .setProperty(TYPE, event.type())
                    .setProperty(GROUP, event.aggregateType() + "/" + event.aggregateId())
                    .send(destination, CloudEvent.json(event));
        }
    }
}
