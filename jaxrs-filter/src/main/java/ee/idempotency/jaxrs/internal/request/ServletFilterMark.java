// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.InternalErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What the servlet filter leaves at each request, and what is required of each where there are servlets. Without that filter
 * forms would be lost, answers outside JAX-RS stored as a 204, and claims without an answer kept.
 */
public final class ServletFilterMark {

    /** A property of the request: the path that its servlet is mapped to, or true; absent where the filter has not seen it. */
    public static final String PROPERTY = "ee.idempotency.servlet-filter";

    private ServletFilterMark() {}

    /** The path of the JAX-RS application that a request is for, without slashes at its ends; null if it does not show it. */
    public static @Nullable String applicationOf(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof String path ? path : null;
    }

    /**
     * Requires the mark.
     *
     * @throws InternalErrorException if it is missing; nothing has been claimed then
     */
    public static void require(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) == null) {
            throw new InternalErrorException(
                    "The servlet filter of idempotency-jaxrs-filter has not seen a request, so its answer could not be kept;"
                            + " it does not run. Put the jar into WEB-INF/lib, and write <others/> into the"
                            + " <absolute-ordering> of web.xml",
                    null);
        }
    }
}
