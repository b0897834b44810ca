// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.operation.OperationReader;
import ee.idempotency.webhooks.SignedWebhook;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds {@link SignedWebhook} where nothing verifies: only requests of protected resource methods are. Classes are looked at
 * one by one; what stands on interfaces and abstract classes counts for the classes below them.
 */
final class WebhookPlaces {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final boolean allProtected;
    private final Set<Class<?>> carriers = new LinkedHashSet<>();
    private final Set<Class<?>> complete = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    /** {@code allProtected} says whether resource methods without {@code @IdempotentOperation} are protected, too. */
    WebhookPlaces(boolean allProtected) {
        this.allProtected = allProtected;
    }

    /** Looks at a class; one whose own dependencies are not deployed is passed over. */
    void see(Class<?> type) {
        try {
            OperationReader reader = new OperationReader(type);
            if (!type.isInterface() && !Modifier.isAbstract(type.getModifiers())) {
                complete.add(type);
                check(type, reader);
            } else if (signs(type) || Arrays.stream(type.getDeclaredMethods()).anyMatch(WebhookPlaces::signs)) {
                carriers.add(type);
            }
        } catch (LinkageError | TypeNotPresentException incomplete) {
            // a class of an optional part: no server makes an object of it either
        }
    }

    private void check(Class<?> type, OperationReader reader) {
        List<Method> methods = Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .distinct()
                .toList();
        boolean typeSigns = reader.types().stream().anyMatch(WebhookPlaces::signs);
        if (typeSigns
                && methods.stream()
                        .noneMatch(method -> reader.httpMethod(method).isPresent())) {
            problems.add(type.getName() + ": the class has no resource methods, whose requests could be verified");
        }
        reader.types().stream()
                .filter(WebhookPlaces::signsByAnother)
                .findFirst()
                .ifPresent(on -> notLookedThrough(type.getName()));
        for (Method method : methods) {
            check(type, reader, method);
        }
    }

    private void check(Class<?> type, OperationReader reader, Method method) {
        List<Method> declarations = reader.declarationsOf(method);
        String where = type.getName() + "." + method.getName();
        if (declarations.stream().anyMatch(WebhookPlaces::signsByAnother)) {
            notLookedThrough(where);
        }
        if (declarations.stream().anyMatch(WebhookPlaces::signs)) {
            problemOf(reader, method).ifPresent(problem -> problems.add(where + ": " + problem));
        }
    }

    private Optional<String> problemOf(OperationReader reader, Method method) {
        Optional<String> httpMethod = reader.httpMethod(method);
        if (httpMethod.isEmpty()) {
            return Optional.of(
                    "the method is no resource method, so no request of it is verified; put @SignedWebhook at the"
                            + " method with @POST or the like, below a sub-resource locator at the method that it leads to");
        }
        boolean isProtected = !SAFE.contains(httpMethod.get())
                && (allProtected || reader.find(method).isPresent());
        return isProtected
                ? Optional.empty()
                : Optional.of(
                        "requests are verified in protected operations only; add @IdempotentOperation, to a method"
                                + " that is no GET, HEAD or OPTIONS");
    }

    private void notLookedThrough(String where) {
        problems.add(
                where + ": an annotation here carries @SignedWebhook, which is not looked for there; write it at the"
                        + " method or class");
    }

    private static boolean signs(AnnotatedElement element) {
        return element.getDeclaredAnnotation(SignedWebhook.class) != null;
    }

    private static boolean signsByAnother(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(WebhookPlaces::signs);
    }

    /** All that is wrong, one line each. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        for (Class<?> carrier : carriers) {
            if (complete.stream().noneMatch(carrier::isAssignableFrom)) {
                all.add(carrier.getName()
                        + ": no class of the application implements or extends it, so @SignedWebhook verifies"
                        + " nothing; a client verifies no requests");
            }
        }
        return List.copyOf(all);
    }
}
