// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What JAX-RS makes of a method: its annotations may stand on the method, or on one that it overrides or implements. */
final class ResourceSignature {

    private ResourceSignature() {}

    /** Whether JAX-RS calls it, for an answer or for a sub-resource. */
    static boolean isCalledByJaxRs(List<Method> declarations) {
        return httpMethod(declarations).isPresent() || Declarations.carry(declarations, Set.of(JakartaNames.PATH));
    }

    /** Its HTTP method; empty for one that is none, or only locates a sub-resource. */
    static Optional<String> httpMethod(List<Method> declarations) {
        return Declarations.annotations(declarations)
                .map(Annotation::annotationType)
                .flatMap(type -> Arrays.stream(type.getAnnotations()))
                .filter(meta -> meta.annotationType().getName().equals(JakartaNames.HTTP_METHOD))
                .map(ResourceSignature::valueOf)
                .findFirst();
    }

    /** Whether its answer is made after the method has returned, or written for as long as that takes. */
    static boolean answersLater(Method method) {
        Class<?> returned = method.getReturnType();
        return CompletionStage.class.isAssignableFrom(returned)
                || Flow.Publisher.class.isAssignableFrom(returned)
                || isNamed(returned, JakartaNames.STREAMING_OUTPUT)
                || Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> JakartaNames.DEFERRED_PARAMETERS.contains(type.getName()))
                || answersInPieces(method)
                || Declarations.carry(List.of(method), Set.of(JakartaNames.MANAGED_ASYNC));
    }

    /** Whether its answer comes in pieces of which nobody knows the last. */
    static boolean answersInPieces(Method method) {
        return isNamed(method.getReturnType(), JakartaNames.CHUNKED_OUTPUT)
                || Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> type.getName().equals(JakartaNames.EVENTS));
    }

    private static boolean isNamed(Class<?> type, String name) {
        for (@Nullable Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(name)
                    || Stream.of(each.getInterfaces()).anyMatch(parent -> isNamed(parent, name))) {
                return true;
            }
        }
        return false;
    }

    private static String valueOf(Annotation httpMethod) {
        try {
            return Objects.requireNonNull(
                            httpMethod.annotationType().getMethod("value").invoke(httpMethod))
                    .toString();
        } catch (ReflectiveOperationException notJaxRs) {
            throw new IllegalStateException(httpMethod + " has no value", notJaxRs);
        }
    }
}
