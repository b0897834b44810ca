// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client.internal;

import ee.idempotency.IdempotencyContext;
import ee.idempotency.KeyGenerators;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import org.jspecify.annotations.Nullable;

/** The claim that the calling thread runs under, where there is a container and it has the library. */
final class EnclosingClaim {

    private static final boolean CONTAINER = isThere("jakarta.enterprise.inject.spi.CDI");

    private EnclosingClaim() {}

    /** A key that is the same on every attempt of the claim and on every node; null outside a claim. */
    static @Nullable String keyOf(String method, String address) {
        IdempotencyContext context = CONTAINER ? context() : null;
        return context == null || !context.isActive()
                ? null
                : context.downstreamKey(
                        KeyGenerators.hash("call", method, address).generate());
    }

    private static @Nullable IdempotencyContext context() {
        CDI<Object> container;
        try {
            container = CDI.current();
        } catch (IllegalStateException noContainer) {
            return null;
        }
        Instance<IdempotencyContext> contexts = container.select(IdempotencyContext.class);
        return contexts.isResolvable() ? contexts.get() : null;
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, EnclosingClaim.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException javaSe) {
            return false;
        }
    }
}
