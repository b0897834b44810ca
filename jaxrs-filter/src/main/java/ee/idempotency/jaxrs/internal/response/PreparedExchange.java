// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * A request that is answered without its resource: by a replay or a problem.
 *
 * @param response what the client gets
 */
public record PreparedExchange(PreparedResponse response) implements Exchange {

    /** Ends the request with {@code response}. */
    public static void abort(PreparedResponse response, ContainerRequestContext request) {
        request.setProperty(PROPERTY, new PreparedExchange(response));
        request.abortWith(response.toResponse());
    }

    @Override
    public void respond(ContainerRequestContext request, ContainerResponseContext answer, HeaderRules rules) {
        response.restore(answer, rules);
    }

    @Override
    public void write(WriterInterceptorContext context, HeaderRules rules) throws IOException {
        response.write(context, rules);
    }

    @Override
    public void abandon() {
        // nothing was claimed
    }
}
