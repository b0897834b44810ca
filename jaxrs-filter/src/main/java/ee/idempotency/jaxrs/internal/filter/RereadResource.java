// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers a repeat of which no body was kept by a method of its resource.
 *
 * @param method takes the {@code Location} of the first answer, or nothing; empty where the operation names none
 */
record RereadResource(Optional<Method> method) {

    /** What the application's method threw, on its way past the library's own handling of errors. */
    static final class FailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private FailedException(Throwable thrown) {
            super(thrown);
        }

        Throwable thrown() {
            return Objects.requireNonNull(getCause());
        }
    }

    /**
     * The answer of today; empty if the operation names no method, was refused in the first place, or the method returns
     * null.
     *
     * @throws FailedException with what the method threw
     */
    Optional<Response> answer(ContainerRequestContext request, Outcome.Completed outcome) {
        if (method.isEmpty() || outcome.status() >= 400) {
            return Optional.empty();
        }
        String location = location(outcome);
        return request.getUriInfo().getMatchedResources().stream()
                .filter(method.get().getDeclaringClass()::isInstance)
                .findFirst()
                .flatMap(resource -> Optional.ofNullable(call(method.get(), resource, location)))
                .map(result -> result instanceof Response whole ? whole : response(outcome.status(), location, result));
    }

    private static @Nullable String location(Outcome.Completed outcome) {
        return outcome.headers().stream()
                .filter(line -> line.name().equalsIgnoreCase("Location"))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object call(Method method, Object resource, @Nullable String location) {
        try {
            return method.getParameterCount() == 0
                    ? method.invoke(resource)
                    : method.invoke(resource, location == null ? null : URI.create(location));
        } catch (InvocationTargetException thrown) {
            throw new FailedException(Objects.requireNonNull(thrown.getCause()));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(method + " cannot be called", hidden);
        }
    }

    private static Response response(int status, @Nullable String location, Object entity) {
        return Response.status(status)
                .header("Location", location)
                .entity(entity)
                .build();
    }
}
