// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognizes classes whose calls no container hands to an interceptor, by what they extend and by their annotations. */
public final class UnseenClass {

    /** What is wrong with a protected method of a decorator or an interceptor. */
    public static final String HELPER =
            "calls to decorators and interceptors are not intercepted; protect the method of the bean";

    /** What is wrong with a protected method of a REST client. */
    public static final String REST_CLIENT =
            "calls to a REST client are not intercepted; protect the method of the bean that calls it, and pass its"
                    + " downstream key on";

    private static final String SERVER_CALLS =
            "the server calls servlets, filters, listeners and endpoints of web sockets itself, and nothing"
                    + " stands around that; protect the method of a bean that is called from it";

    private static final Set<String> ENDPOINTS =
            Set.of("jakarta.websocket.server.ServerEndpoint", "jakarta.websocket.ClientEndpoint");

    private static final Set<String> HELPERS = Set.of("jakarta.decorator.Decorator", "jakarta.interceptor.Interceptor");

    private UnseenClass() {}

    /** Why calls to objects of this class are not seen; empty if they may be. */
    public static Optional<String> problemOf(Class<?> type) {
        if (isRestClient(type)) {
            return Optional.of(REST_CLIENT);
        }
        return NamedAnnotation.isOn(type, HELPERS) ? Optional.of(HELPER) : problemOfServersOwn(type);
    }

    /** Why calls to objects of this class are not seen if the server itself makes and calls them, such as servlets. */
    public static Optional<String> problemOfServersOwn(Class<?> type) {
        return isServletComponent(type) || NamedAnnotation.isOn(type, ENDPOINTS)
                ? Optional.of(SERVER_CALLS)
                : Optional.empty();
    }

    /** Whether it is the interface of a MicroProfile REST client. */
    public static boolean isRestClient(Class<?> type) {
        return NamedAnnotation.isOn(type, Set.of("org.eclipse.microprofile.rest.client.inject.RegisterRestClient"));
    }

    private static boolean isServletComponent(@Nullable Class<?> type) {
        return type != null
                && (type.getName().startsWith("jakarta.servlet.")
                        || isServletComponent(type.getSuperclass())
                        || Arrays.stream(type.getInterfaces()).anyMatch(UnseenClass::isServletComponent));
    }
}
