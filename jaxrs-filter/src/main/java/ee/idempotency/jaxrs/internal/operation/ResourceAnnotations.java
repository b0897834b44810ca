// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import ee.idempotency.operation.OperationReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds this module's own annotations where the reader finds that of the operation: on the method, then on the types. */
final class ResourceAnnotations {

    private final List<Method> methods;
    private final List<Class<?>> types;

    ResourceAnnotations(OperationReader reader, Method method) {
        this.methods = reader.declarationsOf(method);
        this.types = reader.types();
    }

    <A extends Annotation> Optional<A> onMethod(Class<A> type) {
        return first(methods, type);
    }

    <A extends Annotation> Optional<A> onClass(Class<A> type) {
        return first(types, type);
    }

    private static <A extends Annotation> Optional<A> first(List<? extends AnnotatedElement> places, Class<A> type) {
        return places.stream()
                .map(place -> place.getDeclaredAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** All annotations of a repeatable type at the first place that has any; the method's before the class's. */
    <A extends Annotation> List<A> nearest(Class<A> repeatable) {
        return Stream.concat(methods.stream(), types.stream())
                .map(place -> List.of(place.getDeclaredAnnotationsByType(repeatable)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
