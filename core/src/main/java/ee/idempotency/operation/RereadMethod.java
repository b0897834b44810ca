// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.IdempotentOperation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the method that {@link IdempotentOperation#reread} names, and what is wrong with it. */
public final class RereadMethod {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final AnnotatedMethod method;
    private final String name;
    private final boolean isResource;
    private final Declarations declarations;

    private RereadMethod(AnnotatedMethod method) {
        this.method = method;
        this.name = method.annotation().reread();
        this.isResource = method.kind() == OperationKind.RESOURCE_METHOD;
        this.declarations = new Declarations(method.beanClass());
    }

    /** The method that answers repeats of {@code method}; empty if it names none, or none that {@link #problemsOf} allows. */
    public static Optional<Method> of(AnnotatedMethod method) {
        RereadMethod reread = new RereadMethod(method);
        return reread.name.isEmpty()
                ? Optional.empty()
                : reread.fitting().filter(found -> reread.problemOf(found).isEmpty());
    }

    /** What is wrong with it, in a sentence; empty if all is well. */
    static Optional<String> problemsOf(AnnotatedMethod method) {
        RereadMethod reread = new RereadMethod(method);
        if (reread.name.isEmpty()) {
            return Optional.empty();
        }
        if (method.kind() == OperationKind.TIMER) {
            return Optional.of("reread is not for timers, whose result nobody receives");
        }
        if (method.method().getReturnType() == void.class && !reread.isResource) {
            return Optional.of("reread is not for methods that return nothing");
        }
        Optional<Method> found = reread.fitting();
        return found.isEmpty()
                ? Optional.of(reread.problem("there is no such method " + reread.parameters()))
                : reread.problemOf(found.get()).map(reread::problem);
    }

    private String problem(String what) {
        return "reread = \"" + name + "\": " + what;
    }

    private String parameters() {
        return isResource
                ? "without parameters, or with one java.net.URI"
                : Arrays.stream(method.method().getParameterTypes())
                        .map(Class::getTypeName)
                        .reduce((one, other) -> one + ", " + other)
                        .map(types -> "with the parameters " + types)
                        .orElse("without parameters");
    }

    /** The nearest method of the name with fitting parameters; for a resource one that gets the pointer comes first. */
    private Optional<Method> fitting() {
        List<Class<?>[]> wanted = isResource
                ? List.of(new Class<?>[] {URI.class}, new Class<?>[0])
                : List.<Class<?>[]>of(method.method().getParameterTypes());
        List<Method> named = declarations.methods().stream()
                .filter(each -> each.getName().equals(name))
                .toList();
        return wanted.stream()
                .flatMap(types -> named.stream().filter(each -> Arrays.equals(each.getParameterTypes(), types)))
                .findFirst();
    }

    private Optional<String> problemOf(Method found) {
        if (!Modifier.isPublic(found.getModifiers()) || Modifier.isStatic(found.getModifiers())) {
            return Optional.of("it is not a public method of the object; make it public and not static");
        }
        if (isUnsafe(found)) {
            return Optional.of("it has effects, as its annotations say; name a method that only reads, and is neither"
                    + " protected nor called for POST, PUT, PATCH or DELETE");
        }
        return problemOfResult(found);
    }

    private boolean isUnsafe(Method found) {
        Optional<String> http = ResourceSignature.httpMethod(declarations.of(found));
        return http.isPresent()
                ? !SAFE.contains(http.get())
                : new OperationReader(method.beanClass()).find(found).isPresent();
    }

    private Optional<String> problemOfResult(Method found) {
        if (found.getReturnType() == void.class) {
            return Optional.of("it returns nothing");
        }
        if (isResource) {
            return ResponseStyle.isDeferred(found)
                    ? Optional.of("its response is made after it has returned; let it return what it read")
                    : Optional.empty();
        }
        Type result = declarations.types().resolve(found.getGenericReturnType());
        boolean fits = result.equals(method.resultType())
                || (method.resultType() instanceof Class<?> wanted && wanted.isAssignableFrom(found.getReturnType()));
        return fits
                ? Optional.empty()
                : Optional.of("it returns " + result.getTypeName() + " and not "
                        + method.resultType().getTypeName());
    }
}
