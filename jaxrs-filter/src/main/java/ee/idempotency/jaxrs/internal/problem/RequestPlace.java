// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import jakarta.ws.rs.core.UriInfo;

/**
 * Where a request went, as paths: a host would be the request's own word.
 *
 * @param instance the path of the request, without its query
 * @param base the path of the JAX-RS application, which ends with a slash
 */
public record RequestPlace(String instance, String base) {

    public static RequestPlace of(UriInfo uri) {
        String base = uri.getBaseUri().getRawPath();
        return new RequestPlace(uri.getRequestUri().getRawPath(), base.endsWith("/") ? base : base + "/");
    }
}
