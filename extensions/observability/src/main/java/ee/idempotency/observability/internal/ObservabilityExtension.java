// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;

/**
 * Finds the observers of the application, and has the health that {@link StoreReadiness} shows: what an extension adds, as
 * that is, does not see the beans of other jars on Payara.
 */
public class ObservabilityExtension implements Extension {

    private final StoreHealth health = new StoreHealth();
    private boolean observers;
    private boolean asynchronousObservers;

    StoreHealth health() {
        return health;
    }

    /** Observers of anything that an event can be, but not of everything, as some libraries have them. */
    void see(@Observes ProcessObserverMethod<?, ?> processed) {
        ObserverMethod<?> method = processed.getObserverMethod();
        if (method.getObservedType() instanceof Class<?> type && IdempotencyEvent.class.isAssignableFrom(type)) {
            asynchronousObservers |= method.isAsync();
            observers |= !method.isAsync();
        }
    }

    boolean hasObservers() {
        return observers;
    }

    boolean hasAsynchronousObservers() {
        return asynchronousObservers;
    }
}
