// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where a request went.
 *
 * @param operation the name of its operation, for the log
 * @param base the path of the JAX-RS application, which ends with a slash; no host, which would be the request's own word
 */
public record RequestPlace(String operation, String base) {

    /** Of a request to {@code operation}; the root where nobody knows its URI. */
    public static RequestPlace of(String operation, @Nullable UriInfo uri) {
        String base = uri == null ? "/" : uri.getBaseUri().getRawPath();
        return new RequestPlace(operation, base.endsWith("/") ? base : base + "/");
    }
}
