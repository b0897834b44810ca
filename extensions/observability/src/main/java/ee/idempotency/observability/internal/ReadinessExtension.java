// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Adds the check of readiness where its API can be loaded. */
public class ReadinessExtension implements Extension {

    private boolean added;

    void add(@Observes BeforeBeanDiscovery discovery) {
        added = OptionalApi.MICROPROFILE_HEALTH.isVisible()
                && ObservabilitySettingsGroup.checked().health();
        if (added) {
            discovery
                    .addAnnotatedType(StoreReadiness.class, StoreReadiness.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }

    /** Whether the server is given a check to ask. */
    boolean isAskedForHealth() {
        return added;
    }
}
