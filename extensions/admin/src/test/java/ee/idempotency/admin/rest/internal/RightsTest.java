// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("O6")
class RightsTest {

    private static final AdminSettings OFF = new AdminSettings("", "", "");
    private static final AdminSettings READ_ONLY = new AdminSettings("reader", "", "");
    private static final AdminSettings ALL = new AdminSettings("reader", "operator", "reveal");
    private static final Map<String, String> OF_OURS = Map.of("X-Idempotency-Admin", "1");

    private static Rights rights(AdminSettings settings, Set<String> roles, Map<String, String> headers) {
        return new Rights(settings, new Operator("ops", roles), headers(headers));
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getHeaderString");
                    return headers.get((String) arguments[0]);
                });
    }

    private static void assertStatus(ThrowingCallable asked, int status) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        AdminProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(status));
    }

    @Test
    void nothingIsThereUntilARoleIsSet() {
        Rights rights = rights(OFF, Set.of("reader", "operator", "reveal", ""), OF_OURS);
        assertStatus(rights::toRead, 404);
        assertStatus(rights::toOperate, 404);
        assertStatus(rights::toReveal, 404);
    }

    @Test
    void eachRoleMayWhatItIsFor() throws AdminProblem {
        assertThat(rights(ALL, Set.of("reader"), Map.of()).toRead()).isEqualTo("ops");
        assertThat(rights(ALL, Set.of("operator"), Map.of()).toRead()).isEqualTo("ops");
        assertThat(rights(ALL, Set.of("operator"), OF_OURS).toOperate()).isEqualTo("ops");
        assertThat(rights(ALL, Set.of("reader", "reveal"), OF_OURS).toReveal()).isEqualTo("ops");

        assertStatus(rights(ALL, Set.of("reader"), OF_OURS)::toOperate, 403);
        assertStatus(rights(ALL, Set.of("reader"), OF_OURS)::toReveal, 403);
        assertStatus(rights(ALL, Set.of("operator"), OF_OURS)::toReveal, 403);
        assertStatus(rights(ALL, Set.of("reveal"), OF_OURS)::toRead, 403);
        assertStatus(rights(ALL, Set.of(), OF_OURS)::toRead, 403);
    }

    @Test
    void withoutAnOperatorRoleNobodyChangesAnything() {
        Rights rights = rights(READ_ONLY, Set.of("reader", "operator", "reveal", ""), OF_OURS);
        assertStatus(rights::toOperate, 403);
        assertStatus(rights::toReveal, 403);
    }

    @Test
    void whoHasNoNameHasNoRights() {
        Rights rights = new Rights(ALL, new Operator(null, Set.of("reader", "operator")), headers(OF_OURS));
        assertStatus(rights::toRead, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void aPageOfAnotherSiteChangesNothing(String site) throws AdminProblem {
        Set<String> roles = Set.of("operator", "reveal");
        Map<String, String> foreign = Map.of("X-Idempotency-Admin", "1", "Sec-Fetch-Site", site);
        assertStatus(rights(ALL, roles, foreign)::toOperate, 403);
        assertStatus(rights(ALL, roles, foreign)::toReveal, 403);
        assertStatus(rights(ALL, roles, Map.of("Sec-Fetch-Site", "same-origin"))::toOperate, 403);
        assertThat(rights(ALL, roles, Map.of("X-Idempotency-Admin", "1", "Sec-Fetch-Site", "same-origin"))
                        .toOperate())
                .isEqualTo("ops");
    }

    private record Operator(String name, Set<String> roles) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return name == null ? null : () -> name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return roles.contains(role);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getAuthenticationScheme() {
            return "test";
        }
    }
}
