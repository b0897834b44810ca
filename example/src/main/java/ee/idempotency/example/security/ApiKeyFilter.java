// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Knows a merchant by its API key, {@code Authorization: Bearer sk_test_<merchant>}, as Stripe's clients send it. The
 * merchant becomes the request's principal, so that the same idempotency key of two merchants is two keys. A real service
 * checks the API key; this one believes it.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {

    private static final String PREFIX = "Bearer sk_test_";

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(PREFIX)) {
            String merchant = authorization.substring(PREFIX.length());
            request.setSecurityContext(new MerchantContext(request.getSecurityContext(), merchant));
        }
    }

    private record MerchantContext(SecurityContext outer, String merchant) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return () -> merchant;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return outer.isSecure();
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
