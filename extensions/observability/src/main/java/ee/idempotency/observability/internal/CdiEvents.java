// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import jakarta.enterprise.event.Event;

/** Fires every event to the observers of the application, where it has any. */
final class CdiEvents implements IdempotencyListener {

    private final Event<IdempotencyEvent> observers;
    private final ObservabilityExtension found;

    CdiEvents(Event<IdempotencyEvent> observers, ObservabilityExtension found) {
        this.observers = observers;
        this.found = found;
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (found.hasAsynchronousObservers()) {
            observers.fireAsync(event).whenComplete((fired, failure) -> {
                if (failure != null) {
                    ObservabilityLog.observerFailed(failure);
                }
            });
        }
        if (found.hasObservers()) {
            observers.fire(event);
        }
    }
}
