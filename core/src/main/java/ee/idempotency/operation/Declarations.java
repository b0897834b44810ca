// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one rule of what a method of a bean overrides: in its own class it is only itself; above, it is every method of its
 * name whose parameters are the same classes once the type variables are those of the bean's class.
 */
final class Declarations {

    private final Hierarchy hierarchy;
    private final TypeArguments types;

    Declarations(Class<?> beanClass) {
        this.hierarchy = new Hierarchy(beanClass);
        this.types = new TypeArguments(beanClass);
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    TypeArguments types() {
        return types;
    }

    /** The method itself, then what it overrides in superclasses, then what it implements, the nearest first. */
    List<Method> of(Method method) {
        List<Method> found = new ArrayList<>(List.of(method));
        for (Class<?> type : hierarchy.types()) {
            if (type != method.getDeclaringClass()) {
                Hierarchy.declaredBy(type).stream()
                        .filter(declared -> isOverridden(declared, method))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Every method that a caller of the bean reaches, each once, without those that another one overrides. */
    List<Method> methods() {
        List<Method> reached = new ArrayList<>();
        for (Class<?> type : hierarchy.types()) {
            for (Method method : Hierarchy.declaredBy(type)) {
                boolean reachable = !type.isInterface()
                        || !Modifier.isAbstract(method.getModifiers())
                        || hierarchy.classes().isEmpty();
                if (reachable && !method.isSynthetic() && reached.stream().noneMatch(by -> overrides(by, method))) {
                    reached.add(method);
                }
            }
        }
        return reached;
    }

    /** What a compiler-made bridge calls; any other method is its own answer. */
    Method withoutBridge(Method method) {
        if (!method.isBridge()) {
            return method;
        }
        return methods().stream()
                .filter(candidate -> candidate.getName().equals(method.getName()) && isBridgeTo(method, candidate))
                .findFirst()
                .orElse(method);
    }

    private boolean isBridgeTo(Method bridge, Method candidate) {
        return of(candidate).stream()
                .anyMatch(declared -> Arrays.equals(declared.getParameterTypes(), bridge.getParameterTypes()));
    }

    private boolean overrides(Method by, Method method) {
        return by.getDeclaringClass() != method.getDeclaringClass() && isOverridden(method, by);
    }

    private boolean isOverridden(Method declared, Method by) {
        return declared.getName().equals(by.getName())
                && !declared.isSynthetic()
                && isInherited(declared, by)
                && Arrays.equals(types.parametersOf(declared), types.parametersOf(by));
    }

    private static boolean isInherited(Method declared, Method by) {
        int modifiers = declared.getModifiers() | by.getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
            return false;
        }
        boolean visible = Modifier.isPublic(declared.getModifiers()) || Modifier.isProtected(declared.getModifiers());
        return visible
                || declared.getDeclaringClass()
                        .getPackageName()
                        .equals(by.getDeclaringClass().getPackageName());
    }

    /** Whether an annotation of one of these names stands on one of them. */
    static boolean carry(List<Method> declarations, Set<String> names) {
        return declarations.stream()
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(annotation -> annotation.annotationType().getName())
                .anyMatch(names::contains);
    }

    /** All annotations of all of them. */
    static Stream<Annotation> annotations(List<Method> declarations) {
        return declarations.stream().flatMap(declared -> Arrays.stream(declared.getAnnotations()));
    }
}
