// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A method that carries the annotation, in whatever way. Immutable and thread-safe.
 *
 * @param beanClass the class whose instances are called; it may inherit the method
 * @param method the method that is called
 * @param kind who calls it
 * @param source where the annotation was found
 * @param declarations the method, and those that it overrides or implements
 * @param resultType what it returns, seen from the bean's class
 * @param overloaded whether the class has another protected method of this name
 */
public record AnnotatedMethod(
        Class<?> beanClass,
        Method method,
        OperationKind kind,
        Source source,
        List<Method> declarations,
        Type resultType,
        boolean overloaded) {

    /** Copies the list. */
    public AnnotatedMethod {
        declarations = List.copyOf(declarations);
    }

    /** What the annotation says. */
    public IdempotentOperation annotation() {
        return source.annotation();
    }

    /** Whether the annotation is on the method, or on one that it overrides, rather than on a type. */
    public boolean isOfMethod() {
        return source.isOfMethod();
    }

    /** The method that the annotation stands on; the method itself where that is a type. */
    public Method declarationFound() {
        return source.place() instanceof Method annotated ? annotated : method;
    }

    /** The method for messages: {@code com.acme.Orders.place}. */
    public String where() {
        return beanClass.getName() + "." + signature();
    }

    /** The stable name that the developer gave; methods that share the name of their type do not share their outcomes. */
    public Optional<String> givenName() {
        String name = annotation().name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isOfMethod() ? name : name + "." + signature());
    }

    /** The name of the operation of a bean or timer; without one given, that of the bean's class and the method. */
    public String name() {
        return givenName().orElseGet(this::where);
    }

    /** The positions of the parameters that are part of the key, in their order. */
    public int[] keyParts() {
        return declarations.stream()
                .map(AnnotatedMethod::keyPartsOf)
                .filter(parts -> parts.length > 0)
                .findFirst()
                .orElse(new int[0]);
    }

    /** The parameters by whose names the annotation's expressions know them: those of the method it stands on. */
    public Parameter[] namedParameters() {
        return declarationFound().getParameters();
    }

    /** Its HTTP method; empty for a method that is no resource method, or only locates a sub-resource. */
    public Optional<String> httpMethod() {
        return ResourceSignature.httpMethod(declarations);
    }

    /** Whether the response of this resource method is made after it has returned. */
    public boolean answersLater() {
        return ResponseStyle.isDeferred(method);
    }

    /** Whether calls reach the interceptor of a container at all. */
    public boolean isInterceptable() {
        int modifiers = method.getModifiers();
        return !Modifier.isPrivate(modifiers)
                && !Modifier.isStatic(modifiers)
                && !Modifier.isFinal(modifiers)
                && !isCallback();
    }

    /** Whether the container itself calls it, as a callback or an interceptor, so that nothing can stand around it. */
    boolean isCallback() {
        return Declarations.carry(declarations, JakartaNames.CALLBACKS);
    }

    private static int[] keyPartsOf(Method declared) {
        Parameter[] parameters = declared.getParameters();
        return IntStream.range(0, parameters.length)
                .filter(i -> parameters[i].isAnnotationPresent(IdempotencyKeyPart.class))
                .toArray();
    }

    private String signature() {
        return overloaded
                ? Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .collect(Collectors.joining(",", method.getName() + "(", ")"))
                : method.getName();
    }
}
