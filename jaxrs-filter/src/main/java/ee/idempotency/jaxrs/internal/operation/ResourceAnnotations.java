// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotations of a resource where JAX-RS (3.1, section 3.6) does: on the method, else on the one it overrides in
 * a superclass, else on the one it implements; on the class likewise.
 */
public final class ResourceAnnotations {

    private final Set<Class<?>> hierarchy;
    private final Method method;

    public ResourceAnnotations(Class<?> resourceClass, Method method) {
        this.hierarchy = hierarchy(resourceClass);
        this.method = method;
    }

    public <A extends Annotation> Optional<A> onMethod(Class<A> type) {
        return declarations()
                .map(declared -> declared.getAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst();
    }

    public <A extends Annotation> Optional<A> onClass(Class<A> type) {
        return hierarchy.stream()
                .map(each -> each.getDeclaredAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** All annotations of a repeatable type at the first place that has any; the method's before the class's. */
    <A extends Annotation> List<A> nearest(Class<A> repeatable) {
        return Stream.concat(declarations(), hierarchy.stream())
                .map(element -> List.of(element.getDeclaredAnnotationsByType(repeatable)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The HTTP method, or empty for a method that only locates a sub-resource. */
    public Optional<String> httpMethod() {
        return declarations()
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private Stream<Method> declarations() {
        return Stream.concat(
                Stream.of(method),
                hierarchy.stream()
                        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                        .filter(this::isOverridden));
    }

    private boolean isOverridden(Method declared) {
        return declared.getName().equals(method.getName())
                && !declared.isBridge()
                && takesParametersOf(declared.getParameterTypes());
    }

    private boolean takesParametersOf(Class<?>[] declared) {
        Class<?>[] own = method.getParameterTypes();
        if (declared.length != own.length) {
            return false;
        }
        for (int i = 0; i < own.length; i++) {
            if (!declared[i].isAssignableFrom(own[i])) {
                return false;
            }
        }
        return true;
    }

    /** The class, its superclasses, and then all interfaces, the nearest first. */
    private static Set<Class<?>> hierarchy(Class<?> start) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        Deque<Class<?>> interfaces = new ArrayDeque<>();
        for (@Nullable Class<?> each = start; each != null && each != Object.class; each = each.getSuperclass()) {
            classes.add(each);
            interfaces.addAll(Arrays.asList(each.getInterfaces()));
        }
        while (!interfaces.isEmpty()) {
            Class<?> next = interfaces.remove();
            if (classes.add(next)) {
                interfaces.addAll(Arrays.asList(next.getInterfaces()));
            }
        }
        return classes;
    }
}
