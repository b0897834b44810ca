// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.Fingerprint;
import ee.idempotency.jaxrs.internal.fingerprint.PayloadFingerprints;
import ee.idempotency.jaxrs.internal.fingerprint.RequestContent;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.request.ServletFilterMark;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Objects;

/**
 * What a request is: what its record is bound to, and what its payload is.
 *
 * @param request the request
 * @param operation as the request shows it
 * @param collaborators know its tenant and its caller
 */
record RequestIdentity(ContainerRequestContext request, ProtectedOperation operation, Collaborators collaborators) {

    static RequestIdentity of(
            ContainerRequestContext request, ProtectedOperation operation, Collaborators collaborators) {
        return new RequestIdentity(request, operation.in(ServletFilterMark.applicationOf(request)), collaborators);
    }

    Binding binding(String key) {
        return new Binding(collaborators.tenants().currentTenant(), operation.name(), caller(), key);
    }

    private String caller() {
        return collaborators.caller(request.getSecurityContext());
    }

    List<Fingerprint> fingerprints(byte[] body) {
        PayloadFingerprints fingerprints = operation.fingerprints();
        return fingerprints.of(new RequestContent(
                Objects.requireNonNullElse(operation.application(), ""),
                request.getMethod(),
                operation.pathTemplate(),
                request.getUriInfo().getPath(false),
                request.getUriInfo().getRequestUri().getRawQuery(),
                request.getHeaderString("Content-Type"),
                fingerprints.headers(request.getHeaders()::get),
                Bytes.of(body)));
    }
}
