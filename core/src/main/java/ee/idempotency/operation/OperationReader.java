// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.IdempotencyKeyPart;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads which methods of a class are protected.
 *
 * <ol>
 *   <li>The annotation on the method counts; else that on the method it overrides in a superclass, or implements, the
 *       nearest first; generic parents are read with the type arguments of the class.
 *   <li>Else that on the class; else on a superclass, or an interface. It covers public methods that are no callbacks of
 *       the container; in a class with resource methods it covers those, and methods with key parts.
 *   <li>The annotation may stand on another annotation, such as a stereotype, that stands in its place.
 * </ol>
 *
 * Immutable and thread-safe.
 */
public final class OperationReader {

    private final Class<?> beanClass;
    private final Declarations declarations;
    private final Sources sources;
    private final List<Method> methods;
    private final boolean hasResourceMethods;

    /** A reader of {@code beanClass}, the class whose instances are called. */
    public OperationReader(Class<?> beanClass) {
        this.beanClass = beanClass;
        this.declarations = new Declarations(beanClass);
        this.sources = new Sources(declarations);
        this.methods = declarations.methods();
        this.hasResourceMethods =
                methods.stream().anyMatch(method -> ResourceSignature.isCalledByJaxRs(declarations.of(method)));
    }

    /** Whether it is worth reading a class at all: whether it, a parent, or a method of these has the annotation. */
    public static boolean carriesAnnotation(Class<?> type) {
        return new Hierarchy(type)
                .types().stream()
                        .anyMatch(each -> !Source.on(each).isEmpty()
                                || Arrays.stream(each.getDeclaredMethods())
                                        .anyMatch(method -> !Source.on(method).isEmpty()));
    }

    /** All methods that carry the annotation. */
    public List<AnnotatedMethod> methods() {
        return methods.stream().flatMap(method -> find(method).stream()).toList();
    }

    /** A method of the class, if it is protected; one that was overridden stands for the one that does. */
    public Optional<AnnotatedMethod> find(Method called) {
        Method method = declarations.withoutBridge(called);
        List<Method> declared = declarations.of(method);
        return source(method, declared)
                .map(source -> new AnnotatedMethod(
                        beanClass,
                        method,
                        kindOf(declared),
                        source,
                        declared,
                        declarations.types().resolve(method.getGenericReturnType()),
                        isOverloaded(method)));
    }

    /** The HTTP method of a resource method, protected or not; empty for one that is none, or a sub-resource locator. */
    public Optional<String> httpMethod(Method called) {
        return ResourceSignature.httpMethod(declarationsOf(called));
    }

    /** A method of the class, then those that it overrides or implements, the nearest first. */
    public List<Method> declarationsOf(Method called) {
        return declarations.of(declarations.withoutBridge(called));
    }

    /** The class, its superclasses, and then all interfaces, the nearest first. */
    public List<Class<?>> types() {
        return declarations.hierarchy().types();
    }

    private Optional<Source> source(Method method, List<Method> declared) {
        Optional<Source> own = sources.ofMethod(declared);
        return own.isEmpty() && isCoveredByType(method, declared)
                ? sources.ofType(declared, kindOf(declared) == OperationKind.RESOURCE_METHOD)
                : own;
    }

    private boolean isCoveredByType(Method method, List<Method> declared) {
        int modifiers = method.getModifiers();
        if (!Modifier.isPublic(modifiers)
                || Modifier.isStatic(modifiers)
                || method.isSynthetic()
                || Declarations.carry(declared, JakartaNames.CALLBACKS)) {
            return false;
        }
        return !hasResourceMethods
                || ResourceSignature.httpMethod(declared).isPresent()
                || declared.stream().anyMatch(OperationReader::hasKeyParts);
    }

    private static boolean hasKeyParts(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(IdempotencyKeyPart.class));
    }

    private static OperationKind kindOf(List<Method> declared) {
        if (ResourceSignature.isCalledByJaxRs(declared)) {
            return OperationKind.RESOURCE_METHOD;
        }
        return Declarations.carry(declared, JakartaNames.TIMERS) ? OperationKind.TIMER : OperationKind.BEAN_METHOD;
    }

    private boolean isOverloaded(Method method) {
        List<Method> others = new ArrayList<>(methods);
        others.remove(method);
        return others.stream()
                .filter(other -> other.getName().equals(method.getName()))
                .anyMatch(other -> source(other, declarations.of(other)).isPresent());
    }
}
