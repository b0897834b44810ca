// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.MethodChecks;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.operation.UnseenClass;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Alternative;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds protected methods whose calls no container hands to the interceptor, because something else makes the objects. A
 * class of which nothing is known to be made is left alone: it may be the parent of a bean.
 */
final class UnseenCalls {

    private static final List<Class<? extends Annotation>> EJBS =
            List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class);

    private final FoundMethods found;

    UnseenCalls(FoundMethods found) {
        this.found = found;
    }

    /** One line for each class, naming a method and what to do. */
    Stream<String> problems() {
        Stream<String> produced = found.produced().entrySet().stream()
                .filter(entry -> !UnseenClass.isRestClient(entry.getKey()))
                .flatMap(entry -> problem(
                        found.of(entry.getKey()),
                        "its object comes from " + entry.getValue()
                                + ", and calls to what is produced are not intercepted; let the class be a bean itself, or"
                                + " protect the bean's method that calls it"));
        Stream<String> helpers =
                found.notIntercepted().stream().flatMap(type -> problem(declaredIn(type), UnseenClass.HELPER));
        Stream<String> others = found.ofOthers().entrySet().stream()
                .filter(entry -> !found.produced().containsKey(entry.getKey()))
                .flatMap(entry -> problemOfOther(entry.getKey(), entry.getValue()));
        Stream<String> containers = found.ofBeans().stream()
                .flatMap(method -> UnseenClass.problemOfServersOwn(method.beanClass()).stream()
                        .map(problem -> MethodChecks.at(method, problem)));
        return Stream.of(produced, helpers, others, containers, found.changed().stream())
                .flatMap(each -> each);
    }

    private List<AnnotatedMethod> declaredIn(Class<?> helper) {
        return found.of(helper).stream()
                .filter(method -> !method.isOfMethod()
                        || Arrays.asList(helper.getDeclaredMethods()).contains(method.declarationFound()))
                .toList();
    }

    private Stream<String> problemOfOther(Class<?> type, List<AnnotatedMethod> methods) {
        if (UnseenClass.isRestClient(type)) {
            return problem(methods, UnseenClass.REST_CLIENT);
        }
        boolean isInstance = !type.isInterface() && !type.isAnnotation() && !Modifier.isAbstract(type.getModifiers());
        return isInstance && !isElsewhere(type, methods)
                ? problem(
                        methods,
                        "the class is no bean, so calls to its objects are not intercepted; give it a constructor without"
                                + " parameters or one with @Inject, and a scope")
                : Stream.empty();
    }

    /** Whether the class may be without a bean of its own for a good reason. */
    private boolean isElsewhere(Class<?> type, List<AnnotatedMethod> methods) {
        return found.notIntercepted().contains(type)
                || methods.stream().anyMatch(method -> method.kind() == OperationKind.RESOURCE_METHOD)
                || EJBS.stream().anyMatch(type::isAnnotationPresent)
                || isAlternative(type)
                || found.beanClasses().stream().anyMatch(type::isAssignableFrom);
    }

    private static boolean isAlternative(Class<?> type) {
        return type.isAnnotationPresent(Alternative.class)
                || Arrays.stream(type.getAnnotations())
                        .anyMatch(each -> each.annotationType().isAnnotationPresent(Alternative.class));
    }

    private static Stream<String> problem(Iterable<AnnotatedMethod> methods, String problem) {
        for (AnnotatedMethod method : methods) {
            return Stream.of(MethodChecks.at(method, problem));
        }
        return Stream.empty();
    }
}
