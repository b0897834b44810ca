// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.EventType;
import ee.idempotency.outbox.NotSentException;
import ee.idempotency.outbox.OutboxEvent;
import jakarta.enterprise.inject.spi.BeanManager;

/** Fires events to observers of the application; what one of them throws has the event fired again. */
final class CdiSender implements EventSender {

    private final BeanManager beans;

    CdiSender(BeanManager beans) {
        this.beans = beans;
    }

    @Override
    public void send(OutboxEvent event) throws NotSentException {
        EventType type = new EventType.Literal(event.type());
        if (beans.resolveObserverMethods(event, type).isEmpty()) {
            throw new NotSentException(
                    "No method observes events of this type: add one with @Observes OutboxEvent, or choose"
                            + " another sender");
        }
        beans.getEvent().select(OutboxEvent.class, type).fire(event);
    }
}
