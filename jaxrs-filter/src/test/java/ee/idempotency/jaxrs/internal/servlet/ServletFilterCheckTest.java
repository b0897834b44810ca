// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.tck.Requirement;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A web application whose servlet container has not looked into this jar. */
@Requirement("A9")
@Requirement("H19")
class ServletFilterCheckTest {

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Object> attributes = new HashMap<>();

    private ServletContext context(@Nullable RuntimeException tooLate) {
        return stub(ServletContext.class, tooLate);
    }

    private <T> T stub(Class<T> type, @Nullable RuntimeException tooLate) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getFilterRegistrations" -> throw new UnsupportedOperationException("as on Open Liberty");
                    case "getContextPath" -> "/shop";
                    case "addFilter" -> {
                        if (tooLate != null) {
                            throw tooLate;
                        }
                        calls.add("addFilter " + arguments[0] + " "
                                + arguments[1].getClass().getSimpleName());
                        yield stub(FilterRegistration.Dynamic.class, null);
                    }
                    default -> {
                        calls.add(method.getName());
                        yield null;
                    }
                }));
    }

    @Test
    void leavesAFilterThatIsThere() {
        new FilterInitializer().onStartup(null, context(null));
        calls.clear();

        ServletFilterCheck.check(context(null));

        assertThat(calls).isEmpty();
    }

    @Test
    void addsOneThatIsMissing() {
        ServletFilterCheck.check(context(null));

        assertThat(calls)
                .containsExactly(
                        "addFilter idempotency IdempotencyServletFilter",
                        "setAsyncSupported",
                        "addMappingForUrlPatterns");
    }

    @Test
    void stopsTheDeploymentWhereTheContainerAllowsThatNoMore() {
        for (RuntimeException tooLate : List.of(new IllegalStateException(), new UnsupportedOperationException())) {
            assertThatThrownBy(() -> ServletFilterCheck.check(context(tooLate)))
                    .isInstanceOf(InvalidDeploymentException.class)
                    .hasMessageContaining("has not installed the servlet filter")
                    .hasMessageContaining("<others/>");
        }
    }
}
