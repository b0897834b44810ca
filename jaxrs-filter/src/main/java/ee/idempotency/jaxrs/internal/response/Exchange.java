// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.jaxrs.internal.message.HeaderRules;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * What the library does with one request, from the request filter on. Kept in a property of the request, because the
 * response may be made on another thread.
 */
public interface Exchange {

    /** The property of the request. */
    String PROPERTY = "ee.idempotency.jaxrs.exchange";

    /** The response filter has run into this exchange; it may do so twice if writing the first response failed. */
    void respond(ContainerRequestContext request, ContainerResponseContext response, HeaderRules rules);

    /** The entity is to be written. Not called for a response without one. */
    void write(WriterInterceptorContext context, HeaderRules rules) throws IOException;

    /** The request is over, whether or not it was answered. */
    void abandon();
}
