// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its classes by a bean that only its container can inject, and forgets the feature. */
@ApplicationPath("/needy")
@ApplicationScoped
public class Needy extends Application {

    @Inject
    Listed listed;

    @Override
    public Set<Class<?>> getClasses() {
        return listed.classes();
    }

    /** Knows what is listed. */
    @ApplicationScoped
    public static class Listed {

        Set<Class<?>> classes() {
            return Set.of(Guarded.class);
        }
    }
}
