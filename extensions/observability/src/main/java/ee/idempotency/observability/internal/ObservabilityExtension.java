// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;

/**
 * Finds the observers of the application, and adds the check of readiness where its API can be loaded. What an extension adds
 * does not see the beans of other jars on Payara, so that the check asks nobody but this.
 */
public class ObservabilityExtension implements Extension {

    private final StoreHealth health = new StoreHealth();
    private boolean askedForHealth;
    private boolean observers;
    private boolean asynchronousObservers;

    void add(@Observes BeforeBeanDiscovery discovery) {
        askedForHealth = OptionalApi.MICROPROFILE_HEALTH.isVisible()
                && ObservabilitySettingsGroup.checked().health();
        if (askedForHealth) {
            discovery
                    .addAnnotatedType(StoreReadiness.class, StoreReadiness.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }

    StoreHealth health() {
        return health;
    }

    /** Whether the server is given a readiness check to ask. */
    boolean isAskedForHealth() {
        return askedForHealth;
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
