// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.annotation.Priority;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /revoked/{merchant}}: takes a merchant's rights away, and gives them back. */
@Path("/revoked/{merchant}")
public class Guard {

    private static final Set<String> REVOKED = ConcurrentHashMap.newKeySet();

    /** From now on the merchant may do nothing. */
    @POST
    public void revoke(@PathParam("merchant") String merchant) {
        REVOKED.add(merchant);
    }

    /** The merchant may do everything again. */
    @DELETE
    public void restore(@PathParam("merchant") String merchant) {
        REVOKED.remove(merchant);
    }

    /** Comes after authentication, as {@code @RolesAllowed} on a resource does. */
    @Provider
    @Priority(Priorities.AUTHORIZATION)
    public static class Filter implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            Principal caller = request.getSecurityContext().getUserPrincipal();
            if (caller != null && REVOKED.contains(caller.getName())) {
                request.abortWith(Response.status(403).build());
            }
        }
    }
}
