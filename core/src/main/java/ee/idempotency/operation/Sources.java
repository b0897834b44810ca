// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.IdempotentOperation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the annotation that counts for a method: the nearest on a method, else the nearest on a type. */
final class Sources {

    private final Declarations declarations;

    Sources(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The annotation on the method, or on one that it overrides or implements. */
    Optional<Source> ofMethod(List<Method> declared) {
        return nearest(declared);
    }

    /**
     * The annotation on the bean's class, on a superclass, or on an interface.
     *
     * @param declared the declarations of the method in question; an interface speaks for its own methods only
     * @param everyInterface whether an interface speaks for all methods of the class, as it does for resources
     */
    Optional<Source> ofType(List<Method> declared, boolean everyInterface) {
        List<Class<?>> types = new ArrayList<>(declarations.hierarchy().classes());
        declarations.hierarchy().interfaces().stream()
                .filter(type -> everyInterface || declared.stream().anyMatch(method -> isOf(type, method)))
                .forEach(types::add);
        return nearest(types);
    }

    private static boolean isOf(Class<?> type, Method method) {
        return method.getDeclaringClass().isAssignableFrom(type);
    }

    private static Optional<Source> nearest(List<? extends AnnotatedElement> places) {
        for (AnnotatedElement place : places) {
            List<IdempotentOperation> found = Source.on(place);
            if (!found.isEmpty()) {
                boolean ambiguous = found.size() > 1 || isContradicted(found.get(0), place, places);
                return Optional.of(new Source(found.get(0), place, ambiguous));
            }
        }
        return Optional.empty();
    }

    /** Interfaces of which none extends the other are of the same rank. */
    private static boolean isContradicted(
            IdempotentOperation annotation, AnnotatedElement place, List<? extends AnnotatedElement> places) {
        Class<?> type = typeOf(place);
        return type.isInterface()
                && places.stream()
                        .filter(other -> !typeOf(other).isAssignableFrom(type))
                        .flatMap(other -> Source.on(other).stream())
                        .anyMatch(other -> !other.equals(annotation));
    }

    private static Class<?> typeOf(AnnotatedElement place) {
        return place instanceof Method method ? method.getDeclaringClass() : (Class<?>) place;
    }
}
