// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.IdempotentOperation;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an annotation was found.
 *
 * @param annotation what it says
 * @param place the method, or the class or interface
 * @param ambiguous whether another place of the same rank says something else
 */
public record Source(IdempotentOperation annotation, AnnotatedElement place, boolean ambiguous) {

    /** Whether it was found on a method rather than on a type. */
    public boolean isOfMethod() {
        return place instanceof Method;
    }

    /**
     * What an element carries: the annotation itself, else those on its annotations, such as a stereotype or a binding of
     * the application's own.
     */
    static List<IdempotentOperation> on(AnnotatedElement element) {
        IdempotentOperation own = element.getDeclaredAnnotation(IdempotentOperation.class);
        return own != null
                ? List.of(own)
                : carriedBy(element, new HashSet<>()).distinct().toList();
    }

    private static Stream<IdempotentOperation> carriedBy(
            AnnotatedElement element, Set<Class<? extends Annotation>> seen) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .map(Annotation::annotationType)
                .filter(seen::add)
                .flatMap(type -> Stream.concat(
                        Stream.ofNullable(type.getDeclaredAnnotation(IdempotentOperation.class)),
                        carriedBy(type, seen)));
    }
}
