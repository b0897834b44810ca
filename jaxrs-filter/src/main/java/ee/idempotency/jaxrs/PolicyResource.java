// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.engine.OperationOptions;
import ee.idempotency.jaxrs.internal.filter.Collaborators;
import ee.idempotency.jaxrs.internal.published.Policy;
import ee.idempotency.jaxrs.internal.published.PolicyPage;
import ee.idempotency.jaxrs.internal.settings.ConfiguredSettings;
import ee.idempotency.jaxrs.internal.settings.DocumentationSettings;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * The published policy of an application: header, format of keys, expiry, limits, its protected operations, and what each
 * problem means, as JSON for programs and HTML for people. Servers find it by themselves; an application that lists its
 * classes adds it to the list. Without credentials, unless the application's own filters ask for them. {@code idempotency.http.policy} turns it off.
 */
@Path(DocumentationSettings.POLICY_PATH)
@PermitAll
public class PolicyResource {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    private final @Nullable Collaborators given;

    @Context
    private @Nullable Application application;

    /** For the runtime, which injects the rest. */
    public PolicyResource() {
        given = null;
    }

    /** With given collaborators, for tests without a container. */
    PolicyResource(Collaborators collaborators) {
        given = collaborators;
    }

    /** The policy; JSON unless the client asks for HTML. 404 where it is turned off. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response policy(@Context UriInfo uri, @Context HttpHeaders headers) {
        HttpSettings settings = given == null ? ConfiguredSettings.read() : given.settings();
        if (!settings.documentation().policy()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        OperationOptions defaults = (given == null ? Collaborators.ofContainer(settings) : given).defaults();
        JsonObject policy =
                Policy.of(settings, defaults, application, uri.getBaseUri().getPath());
        boolean html = prefersHtml(headers);
        return Response.ok(html ? PolicyPage.of(policy) : policy.toString())
                .type(html ? HTML : MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** What the client likes best comes first; where it likes both, it is JSON. */
    private static boolean prefersHtml(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return true;
            }
        }
        return false;
    }
}
