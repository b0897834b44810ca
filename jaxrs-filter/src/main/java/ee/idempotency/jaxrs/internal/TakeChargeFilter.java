// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

import ee.idempotency.spi.RequestClaim;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Method;

/** For a GET under an annotated class: nothing is claimed, and the interceptor of bean methods need not claim either. */
record TakeChargeFilter(Method method, RequestClaim requestClaim) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        requestClaim.takeCharge(method);
    }
}
