// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

/**
 * Where the HTTP adapter leaves the claim of a request for the rest of the request to find. A CDI bean of the request's
 * scope: nothing of it outlives the request.
 */
@FunctionalInterface
public interface RequestClaim {

    /** The request holds this claim from now on. */
    void hold(ActiveClaim claim);

    /** The request is answered from the store. */
    default void replayed() {}
}
