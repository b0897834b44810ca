// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.OperationReader;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds differences between what CDI knows of a bean's class and what is written in the class: another extension of CDI
 * may add the annotation, which nobody who reads the class sees, or take it away, so that nothing is intercepted.
 */
final class ChangedTypes {

    private ChangedTypes() {}

    /**
     * One line for each method.
     *
     * @param type as the bean was made of it
     * @param found the methods that carry the annotation in the class
     */
    static Stream<String> problemsOf(AnnotatedType<?> type, List<AnnotatedMethod> found) {
        return Stream.concat(added(type), taken(type, found));
    }

    private static Stream<String> added(AnnotatedType<?> type) {
        Class<?> written = type.getJavaClass();
        if (type.isAnnotationPresent(IdempotentOperation.class) && !OperationReader.carriesAnnotation(written)) {
            return Stream.of(added(written.getName()));
        }
        return type.getMethods().stream()
                .filter(member -> member.isAnnotationPresent(IdempotentOperation.class))
                .filter(member -> new OperationReader(written)
                        .find(member.getJavaMember())
                        .isEmpty())
                .map(member ->
                        added(written.getName() + "." + member.getJavaMember().getName()));
    }

    private static String added(String where) {
        return "@IdempotentOperation on " + where
                + ": an extension of CDI has added it, and only what is written in the"
                + " class, a parent, a stereotype or an annotation of yours is read; write it there";
    }

    private static Stream<String> taken(AnnotatedType<?> type, List<AnnotatedMethod> found) {
        if (type.isAnnotationPresent(IdempotentOperation.class)) {
            return Stream.empty();
        }
        return found.stream()
                .filter(AnnotatedMethod::isInterceptable)
                .filter(method -> type.getMethods().stream()
                        .anyMatch(member -> member.getJavaMember().equals(method.method())
                                && !member.isAnnotationPresent(IdempotentOperation.class)))
                .map(method ->
                        "@IdempotentOperation on " + method.where() + ": an extension of CDI has taken it away, so"
                                + " that no call would be intercepted; let that extension leave the method alone");
    }
}
