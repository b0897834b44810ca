// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.message;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.List;

/**
 * An answer whose bytes are known: a replay or a problem. The application's filters see it go by, but what they and any
 * entity provider make of it is put right again, so that the client gets exactly this.
 *
 * @param status the HTTP status
 * @param headers the header lines
 * @param body the bytes; may be empty
 */
public record PreparedResponse(int status, List<Header> headers, Bytes body) {

    /** Copies the list. */
    public PreparedResponse {
        headers = List.copyOf(headers);
    }

    /** Itself as a response of JAX-RS. */
    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(StatusLine.of(status));
        headers.forEach(line -> response.header(line.name(), line.value()));
        if (hasEntity()) {
            response.entity(body.toArray());
        }
        return response.build();
    }

    /** An empty entity is one if it has a type: a text of no characters differs from no content. */
    boolean hasEntity() {
        return body.length() > 0
                || headers.stream().anyMatch(line -> line.name().equalsIgnoreCase("Content-Type"));
    }

    /** Puts status and headers of {@code response} right. */
    public void restore(ContainerResponseContext response, HeaderRules rules) {
        response.setStatusInfo(StatusLine.of(status));
        new ResponseHeaders(response.getHeaders()).replace(rules::isStored, headers);
    }

    /** Does not proceed: no provider or interceptor may encode the bytes once more. */
    public void write(WriterInterceptorContext context, HeaderRules rules) throws IOException {
        new ResponseHeaders(context.getHeaders()).replace(rules::isStored, headers);
        context.getOutputStream().write(body.toArray());
    }

    /** Puts itself in the place of an answer whose headers and bytes are not committed yet. */
    public void replace(ContainerResponseContext response, WriterInterceptorContext context) throws IOException {
        response.setStatusInfo(StatusLine.of(status));
        new ResponseHeaders(context.getHeaders()).replaceAll(headers);
        context.getOutputStream().write(body.toArray());
    }
}
