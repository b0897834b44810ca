// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.Misplaced;
import ee.idempotency.operation.OperationReader;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.inject.Specializes;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessProducerField;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every method of the application's classes that carries the annotation, in whatever way, and who makes the instances.
 * Where CDI by itself would not see the annotation, the method is bound to the interceptor here.
 */
final class FoundMethods {

    private final Map<Class<?>, List<AnnotatedMethod>> byType = new LinkedHashMap<>();
    private final Set<Class<?>> beanClasses = new LinkedHashSet<>();
    private final Set<Class<?>> notIntercepted = new LinkedHashSet<>();
    private final Map<Class<?>, String> produced = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> misplaced = new LinkedHashSet<>();

    /** Looks at a class that may become a bean. */
    void see(ProcessAnnotatedType<?> processed) {
        AnnotatedType<?> type = processed.getAnnotatedType();
        List<AnnotatedMethod> found = read(type.getJavaClass());
        if (!found.isEmpty()) {
            byType.put(type.getJavaClass(), found);
            bind(processed, type, found);
            if (type.isAnnotationPresent(MessageDriven.class)) {
                beanClasses.add(type.getJavaClass()); // intercepted like an EJB, and no bean of CDI
            }
        }
    }

    private static List<AnnotatedMethod> read(Class<?> type) {
        try {
            return OperationReader.carriesAnnotation(type) ? new OperationReader(type).methods() : List.of();
        } catch (LinkageError | TypeNotPresentException incomplete) {
            return List.of(); // a class of an optional part, whose own dependencies are not deployed, is no bean
        }
    }

    /** Bridges too: calls through a generic parent reach the container by them. */
    private static void bind(ProcessAnnotatedType<?> processed, AnnotatedType<?> type, List<AnnotatedMethod> found) {
        if (type.isAnnotationPresent(IdempotentOperation.class)
                || Modifier.isFinal(type.getJavaClass().getModifiers())) {
            return;
        }
        OperationReader reader = new OperationReader(type.getJavaClass());
        for (AnnotatedMethod method : found) {
            Predicate<jakarta.enterprise.inject.spi.AnnotatedMethod<?>> unseen = member -> !member.isAnnotationPresent(
                            IdempotentOperation.class)
                    && member.getJavaMember().getName().equals(method.method().getName())
                    && reader.find(member.getJavaMember())
                            .map(AnnotatedMethod::method)
                            .equals(Optional.of(method.method()));
            if (method.isInterceptable() && type.getMethods().stream().anyMatch(unseen)) {
                processed
                        .configureAnnotatedType()
                        .filterMethods(unseen::test)
                        .forEach(member -> member.add(method.annotation()));
            }
        }
    }

    /** Looks at a bean that was enabled. */
    void see(ProcessBean<?> processed) {
        Class<?> type = processed.getBean().getBeanClass();
        if (processed.getBean() instanceof Decorator || processed.getBean() instanceof Interceptor) {
            notIntercepted.add(type);
        } else if (processed instanceof ProcessManagedBean<?> managed) {
            beanClasses.add(type);
            findMisplaced(type);
            ChangedTypes.problemsOf(managed.getAnnotatedBeanClass(), byType.getOrDefault(type, List.of()))
                    .forEach(changed::add);
        } else if (processed instanceof ProcessProducerMethod<?, ?> method) {
            produce(method.getAnnotatedProducerMethod());
        } else if (processed instanceof ProcessProducerField<?, ?> field) {
            produce(field.getAnnotatedProducerField());
        } else {
            processed.getBean().getTypes().forEach(each -> produced.put(raw(each), "an extension"));
        }
    }

    private void findMisplaced(Class<?> type) {
        try {
            Misplaced.in(type).forEach(each -> misplaced.add(each.line()));
        } catch (LinkageError | TypeNotPresentException incomplete) {
            // as in read
        }
    }

    private void produce(AnnotatedMember<?> producer) {
        produced.put(
                raw(producer.getBaseType()),
                producer.getJavaMember().getDeclaringClass().getName() + "."
                        + producer.getJavaMember().getName());
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    /** The classes of beans and EJBs. */
    Set<Class<?>> beanClasses() {
        return beanClasses;
    }

    /** Whether another bean takes its place. */
    private boolean isSpecialized(Class<?> type) {
        return beanClasses.stream()
                .anyMatch(other -> other.getSuperclass() == type && other.isAnnotationPresent(Specializes.class));
    }

    /** The protected methods of beans and EJBs, sorted. */
    List<AnnotatedMethod> ofBeans() {
        return byType.entrySet().stream()
                .filter(entry -> beanClasses.contains(entry.getKey()) && !isSpecialized(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Comparator.comparing(AnnotatedMethod::where))
                .toList();
    }

    /** The classes with protected methods that are neither beans nor EJBs. */
    Map<Class<?>, List<AnnotatedMethod>> ofOthers() {
        Map<Class<?>, List<AnnotatedMethod>> others = new LinkedHashMap<>(byType);
        others.keySet().removeAll(beanClasses);
        return others;
    }

    /** Interceptors and decorators. */
    Set<Class<?>> notIntercepted() {
        return notIntercepted;
    }

    /** One line for each method that another extension has changed. */
    Set<String> changed() {
        return changed;
    }

    /** One line for each annotation of a bean that has no effect where it is. */
    Set<String> misplaced() {
        return misplaced;
    }

    /** Classes whose instances are made by a producer, and which. */
    Map<Class<?>, String> produced() {
        return produced;
    }

    /** The protected methods of a class that need not have been looked at before. */
    Collection<AnnotatedMethod> of(Class<?> type) {
        return byType.computeIfAbsent(type, FoundMethods::read);
    }
}
