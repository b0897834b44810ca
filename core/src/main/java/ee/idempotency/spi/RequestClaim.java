// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.lang.reflect.Method;

/**
 * Where the HTTP adapter tells the rest of the same request what it did, so that the interceptor does not claim again
 * for a resource method. A CDI bean of the request's scope: nothing of it outlives the request.
 */
public interface RequestClaim {

    /** The HTTP adapter protects this resource method in this request; with a claim or, where no key came, without. */
    void takeCharge(Method resourceMethod);

    /** The request holds this claim from now on. */
    void hold(ActiveClaim claim);
}
