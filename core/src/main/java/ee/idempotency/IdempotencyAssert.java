// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import ee.idempotency.internal.HeldClaim;

/** Lets code that relies on protection make sure that it has it. Thread-safe. */
public final class IdempotencyAssert {

    private IdempotencyAssert() {}

    /**
     * Does nothing where the current call holds a claim.
     *
     * @throws IllegalStateException if it holds none: the method was called from inside its own bean, on an object that
     *     the container did not make, without a key where one is optional, or the interceptor is not deployed
     */
    public static void assertClaimed() {
        if (!HeldClaim.isThere()) {
            throw new IllegalStateException("This call holds no idempotency claim. Call the method through its injected"
                    + " bean, send a key, and deploy idempotency-ejb-module (and idempotency-jaxrs-filter for HTTP)");
        }
    }
}
