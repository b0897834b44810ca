// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Tells JAX-RS resource methods by name of the annotations, since this module must work without JAX-RS. Their key is in
 * the HTTP header and their answer is the HTTP response, so they are the filter's, not the interceptor's.
 */
final class ResourceMethods {

    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String SUSPENDED = "jakarta.ws.rs.container.Suspended";
    private static final String STREAMING = "jakarta.ws.rs.core.StreamingOutput";
    private static final String EVENTS = "jakarta.ws.rs.sse.SseEventSink";
    /** Jersey's, for events too. */
    private static final String CHUNKED = "org.glassfish.jersey.server.ChunkedOutput";

    private static final String FILTER = "ee.idempotency.jaxrs.IdempotencyFeature";

    private ResourceMethods() {}

    /** Whether JAX-RS calls this method; annotations may stand on the method it overrides or implements. */
    static boolean isResourceMethod(Method method) {
        return declarations(method.getDeclaringClass(), method)
                .flatMap(declaration -> Arrays.stream(declaration.getAnnotations()))
                .map(Annotation::annotationType)
                .anyMatch(ResourceMethods::makesResource);
    }

    /** Whether its answer is made after the method has returned; such methods are INDEPENDENT whatever is said. */
    static boolean answersLater(Method method) {
        return CompletionStage.class.isAssignableFrom(method.getReturnType())
                || method.getReturnType().getName().equals(STREAMING)
                || Arrays.stream(method.getParameterAnnotations())
                        .flatMap(Arrays::stream)
                        .anyMatch(annotation ->
                                annotation.annotationType().getName().equals(SUSPENDED));
    }

    /** Whether its answer comes in pieces of which nobody knows the last. */
    static boolean answersInPieces(Method method) {
        Stream<Class<?>> returned = Stream.iterate(method.getReturnType(), Objects::nonNull, Class::getSuperclass);
        return returned.anyMatch(type -> type.getName().equals(CHUNKED))
                || Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> type.getName().equals(EVENTS));
    }

    /** Whether the module that protects resource methods is deployed. */
    static boolean areProtected(ClassLoader application) {
        return application.getResource(FILTER.replace('.', '/') + ".class") != null;
    }

    private static boolean makesResource(Class<? extends Annotation> type) {
        return type.getName().equals(PATH)
                || Arrays.stream(type.getAnnotations())
                        .anyMatch(meta -> meta.annotationType().getName().equals(HTTP_METHOD));
    }

    private static Stream<Method> declarations(Class<?> type, Method method) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
        return Stream.concat(
                Arrays.stream(type.getDeclaredMethods()).filter(declared -> sameSignature(declared, method)),
                above.flatMap(parent -> declarations(parent, method)));
    }

    private static boolean sameSignature(Method one, Method other) {
        return one.getName().equals(other.getName())
                && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }
}
