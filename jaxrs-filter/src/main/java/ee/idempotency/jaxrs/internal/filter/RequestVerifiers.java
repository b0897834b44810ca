// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.jaxrs.internal.request.LazyBody;
import ee.idempotency.jaxrs.internal.settings.ApplicationBeans;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.RequestVerifier;
import ee.idempotency.spi.RequestVerifier.Check;
import ee.idempotency.spi.RequestVerifier.Request;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** The verifiers of an application, and what they check of the requests of a method. */
public final class RequestVerifiers {

    private final List<RequestVerifier> verifiers;

    public RequestVerifiers(List<RequestVerifier> verifiers) {
        this.verifiers = List.copyOf(verifiers);
    }

    /** The beans of the application; none where there is no CDI. */
    public static RequestVerifiers ofContainer() {
        return new RequestVerifiers(ApplicationBeans.find()
                .map(beans -> beans.select(RequestVerifier.class).stream().toList())
                .orElse(List.of()));
    }

    /**
     * The checks of a method.
     *
     * @throws InvalidDeploymentException if one cannot be made
     */
    List<Check> checksOf(Class<?> resourceClass, Method method) {
        List<Check> checks = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (RequestVerifier verifier : verifiers) {
            try {
                verifier.checkOf(resourceClass, method).ifPresent(checks::add);
            } catch (IllegalArgumentException notReadable) {
                problems.add(at(resourceClass, method, String.valueOf(notReadable.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidDeploymentException(problems, List.of(), List.of());
        }
        return checks;
    }

    /**
     * Refuses a method whose requests would have to be verified and are not.
     *
     * @param why and what to do
     */
    void requireNone(Class<?> resourceClass, Method method, String why) {
        if (!checksOf(resourceClass, method).isEmpty()) {
            throw new InvalidDeploymentException(List.of(at(resourceClass, method, why)), List.of(), List.of());
        }
    }

    private static String at(Class<?> resourceClass, Method method, String what) {
        return resourceClass.getName() + "." + method.getName() + ": " + what;
    }

    /** A request for its checks. */
    static Request request(ContainerRequestContext request, LazyBody body) {
        return new Request() {

            @Override
            public List<String> header(String name) {
                List<String> lines = request.getHeaders().get(name);
                return lines == null
                        ? List.of()
                        : lines.stream().map(line -> line == null ? "" : line).toList();
            }

            @Override
            public Bytes body() {
                return Bytes.of(body.get());
            }
        };
    }
}
