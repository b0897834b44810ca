// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.List;

/** Makes the sender {@code ops}, with the roles that the header {@code X-Roles}, or the cookie {@code roles}, lists. */
@Provider
@Priority(Priorities.AUTHENTICATION + 10)
public class HeaderRoles implements ContainerRequestFilter {

    /** What separates roles: a cookie has no commas. */
    static final String SEPARATOR = "\\.";

    @Override
    public void filter(ContainerRequestContext request) {
        String roles = request.getHeaderString("X-Roles");
        Cookie login = request.getCookies().get("roles");
        if (roles == null && login != null) {
            roles = login.getValue();
        }
        if (roles != null) {
            request.setSecurityContext(new WithRoles(request.getSecurityContext(), List.of(roles.split(SEPARATOR))));
        }
    }

    private record WithRoles(SecurityContext outer, List<String> roles) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return () -> "ops";
        }

        @Override
        public boolean isUserInRole(String role) {
            return roles.contains(role);
        }

        @Override
        public boolean isSecure() {
            return outer.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return outer.getAuthenticationScheme();
        }
    }
}
