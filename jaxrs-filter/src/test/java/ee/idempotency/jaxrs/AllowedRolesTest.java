// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody looks at the roles here but the library: the runtime has no container's interceptors. */
class AllowedRolesTest {

    private final Set<String> roles = new CopyOnWriteArraySet<>();
    private final TestServer server = TestServer.of(new Guarded(), new Open(), new RolesFilter());

    /** The class says it for its methods. */
    @Path("/guarded")
    @IdempotentOperation
    @RolesAllowed("clerk")
    public static class Guarded {

        @POST
        @Path("class")
        public String ofClass() {
            return "done";
        }

        @POST
        @Path("method")
        @RolesAllowed({"manager", "auditor"})
        public String ofMethod() {
            return "done";
        }

        @POST
        @Path("permitted")
        @PermitAll
        public String permitted() {
            return "done";
        }

        @POST
        @Path("denied")
        @DenyAll
        public String denied() {
            return "done";
        }

        @POST
        @Path("authenticated")
        @RolesAllowed("**")
        public String authenticated() {
            return "done";
        }
    }

    /** Nobody says anything. */
    @Path("/open")
    @IdempotentOperation
    public static class Open {

        @POST
        public String post() {
            return "done";
        }
    }

    /** Anybody who calls is one caller, with the roles of the moment. */
    private final class RolesFilter implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.setSecurityContext(new SecurityContext() {
                @Override
                public Principal getUserPrincipal() {
                    return () -> "ann";
                }

                @Override
                public boolean isUserInRole(String role) {
                    return roles.contains(role);
                }

                @Override
                public boolean isSecure() {
                    return false;
                }

                @Override
                public String getAuthenticationScheme() {
                    return "test";
                }
            });
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int post(String path) {
        return server.post(path, "one", "x").status();
    }

    @Test
    @Requirement("H15")
    void aRevokedRoleReadsNoStoredAnswer() {
        roles.add("clerk");
        roles.add("auditor");
        assertThat(post("/guarded/class")).isEqualTo(200);
        assertThat(post("/guarded/class")).isEqualTo(200);
        assertThat(post("/guarded/method")).isEqualTo(200);

        roles.remove("auditor");
        assertThat(post("/guarded/method")).isEqualTo(403);
        roles.remove("clerk");
        assertThat(post("/guarded/class")).isEqualTo(403);
        roles.add("clerk");
        assertThat(server.post("/guarded/class", "one", "x").isReplay()).isTrue();
    }

    @Test
    @Requirement("H15")
    void whatIsDeniedToAllIsNotReplayed() {
        post("/guarded/denied");
        assertThat(post("/guarded/denied")).isEqualTo(403);
    }

    @ParameterizedTest
    @Requirement("H15")
    @ValueSource(strings = {"/guarded/permitted", "/guarded/authenticated", "/open"})
    void othersNeedNoRole(String path) {
        post(path);
        assertThat(server.post(path, "one", "x").isReplay()).isTrue();
    }
}
