// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.spi.ForResourceMethods;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds annotations for protected methods that stand where they have no effect. Of one class; what it inherits from
 * interfaces and superclasses counts.
 */
public final class Misplaced {

    /**
     * An annotation without effect.
     *
     * @param place the class, or its method
     * @param problem what is wrong
     */
    public record Found(AnnotatedElement place, MethodProblem problem) {

        /** The problem with its place, as a line of a deployment's list. */
        public String line() {
            String where = place instanceof Method method
                    ? method.getDeclaringClass().getName() + "." + method.getName()
                    : ((Class<?>) place).getName();
            return where + ": " + problem.text();
        }
    }

    private Misplaced() {}

    /** All of them; empty for a class of which no objects can be made, since it may be the parent of others. */
    public static List<Found> in(Class<?> type) {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers()) || !mentions(type)) {
            return List.of();
        }
        OperationReader reader = new OperationReader(type);
        Declarations declarations = new Declarations(type);
        List<Found> found = new ArrayList<>();
        boolean isResource = false;
        for (Method method : declarations.methods()) {
            List<Method> declared = declarations.of(method);
            if (ResourceSignature.httpMethod(declared).isPresent()) {
                isResource = true;
            } else {
                forResourceMethods(declared).ifPresent(problem -> found.add(new Found(method, problem)));
            }
            if (hasKeyParts(method) && reader.find(method).isEmpty()) {
                found.add(new Found(method, keyPart()));
            }
        }
        if (!isResource) {
            onType(type).ifPresent(misplaced -> found.add(new Found(type, ofType(misplaced))));
        }
        return found;
    }

    private static Optional<MethodProblem> forResourceMethods(List<Method> declared) {
        return Declarations.annotations(declared)
                .filter(Misplaced::isForResourceMethods)
                .findFirst()
                .map(Misplaced::ofMethod);
    }

    /** Whether it is worth reading at all: most classes of an application are not. */
    private static boolean mentions(Class<?> type) {
        return onType(type).isPresent()
                || new Hierarchy(type)
                        .types().stream()
                                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                                .anyMatch(method -> hasKeyParts(method)
                                        || Arrays.stream(method.getDeclaredAnnotations())
                                                .anyMatch(Misplaced::isForResourceMethods));
    }

    private static boolean hasKeyParts(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(IdempotencyKeyPart.class));
    }

    private static Optional<Annotation> onType(Class<?> type) {
        return Arrays.stream(type.getDeclaredAnnotations())
                .filter(Misplaced::isForResourceMethods)
                .findFirst();
    }

    private static boolean isForResourceMethods(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(ForResourceMethods.class);
    }

    private static MethodProblem ofMethod(Annotation annotation) {
        return problem(nameOf(annotation) + " is for resource methods and has no effect on this one, which has no"
                + " annotation such as @POST; put it on the resource method, or leave it out");
    }

    private static MethodProblem ofType(Annotation annotation) {
        return problem(nameOf(annotation) + " is for resource classes and has no effect on this one, which has no"
                + " resource method; put it on the resource class, or leave it out");
    }

    private static MethodProblem keyPart() {
        return problem("@IdempotencyKeyPart has no effect on a method that is not protected; add"
                + " @IdempotentOperation, or leave it out");
    }

    private static String nameOf(Annotation annotation) {
        Class<?> type = annotation.annotationType();
        Class<?> repeated = type.getEnclosingClass(); // where a repeated one is held by a type inside it
        return "@" + (repeated != null && repeated.isAnnotation() ? repeated : type).getSimpleName();
    }

    private static MethodProblem problem(String text) {
        return new MethodProblem(MethodRule.MISPLACED, text);
    }
}
