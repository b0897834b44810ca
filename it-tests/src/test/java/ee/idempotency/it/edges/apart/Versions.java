// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.apart;

import ee.idempotency.jaxrs.IdempotencyFeature;
import ee.idempotency.jaxrs.PolicyResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The applications. */
public final class Versions {

    private Versions() {}

    /** {@code /v1}. */
    @ApplicationPath("/v1")
    public static class First extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Orders.class, IdempotencyFeature.class);
        }
    }

    /** {@code /v2}. */
    @ApplicationPath("/v2")
    public static class Second extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Orders.class, IdempotencyFeature.class);
        }
    }

    /** Mapped by the WAR's descriptor. */
    public static class Third extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Orders.class, IdempotencyFeature.class);
        }
    }

    /** Likewise. */
    public static class Fourth extends Third {}

    /** Answers when the server is ready. */
    @ApplicationPath("/")
    public static class Root extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(PolicyResource.class);
        }
    }
}
