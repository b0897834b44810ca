// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.Unprotected;
import ee.idempotency.issued.IssuedKey;
import ee.idempotency.spi.Binding;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.Json;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Issues keys for operations whose {@code keyPolicy} is {@code ISSUED}: {@code POST idempotency-keys?operation=pay}. 404 until
 * {@code idempotency.issued.keys} is set. A key is for the caller who asks, and nothing is stored. Servers find it by themselves; an
 * application that lists its classes adds it to the list.
 */
@Path("idempotency-keys")
@Unprotected
public class IssuedKeysResource {

    private final @Nullable IssuedKeys given;

    /** For the runtime. */
    public IssuedKeysResource() {
        given = null;
    }

    /** With given keys, for tests without a container. */
    IssuedKeysResource(IssuedKeys keys) {
        given = keys;
    }

    /** 201 with the key and when it expires; 400 without the name of an operation. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response issue(
            @QueryParam("operation") @Nullable String operation, @Context @Nullable SecurityContext security) {
        IssuedKeys keys = given == null ? CDI.current().select(IssuedKeys.class).get() : given;
        if (!keys.areIssued()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        if (operation == null || !Binding.isOperation(operation)) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        IssuedKey key = keys.issue(operation, security == null ? null : security.getUserPrincipal())
                .orElseThrow();
        return Response.status(Response.Status.CREATED)
                .entity(Json.createObjectBuilder()
                        .add("key", key.text())
                        .add("expires", key.expires().toString())
                        .build()
                        .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
