// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads annotations of Jakarta EE by their names: this module must work without any of them. */
final class NamedAnnotation {

    private NamedAnnotation() {}

    /** Whether the element carries, or inherits, an annotation of one of these names. */
    static boolean isOn(AnnotatedElement element, Set<String> names) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(
                        annotation -> names.contains(annotation.annotationType().getName()));
    }

    /** The value of the annotation of this name that the element carries or inherits; empty if there is none. */
    static Optional<String> valueOn(AnnotatedElement element, String name) {
        return Arrays.stream(element.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().equals(name))
                .map(NamedAnnotation::valueOf)
                .findFirst();
    }

    /** The value of an annotation, in words: of a constant its name. */
    static String valueOf(Annotation annotation) {
        try {
            return Objects.requireNonNull(
                            annotation.annotationType().getMethod("value").invoke(annotation))
                    .toString();
        } catch (ReflectiveOperationException noValue) {
            throw new IllegalStateException(annotation + " has no value", noValue);
        }
    }
}
