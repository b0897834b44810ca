// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.OperationKind;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds methods whose work cannot be in the transaction of its outcome, which JOINED and ONE_COMMIT promise. Only what
 * stands on the method itself is seen, not what its callees begin.
 */
final class TransactionChecks {

    private static final List<Class<? extends Annotation>> EJBS =
            List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class);

    private static final String CURE = "; let it be REQUIRED, or choose mode = INDEPENDENT";

    private TransactionChecks() {}

    /** Whether the container has a transaction open whenever it hands a call of this method to the interceptor. */
    static boolean isInsideTransaction(AnnotatedMethod method) {
        Class<?> type = method.beanClass();
        return method.kind() != OperationKind.RESOURCE_METHOD
                && EJBS.stream().anyMatch(type::isAnnotationPresent)
                && !managesItsTransactions(type)
                && switch (attributeOf(method.method())) {
                    case REQUIRED, REQUIRES_NEW, MANDATORY -> true;
                    case SUPPORTS, NOT_SUPPORTED, NEVER -> false;
                };
    }

    /**
     * What is wrong with a method that claims outside its transaction.
     *
     * @param modeChosen whether the application asked for that
     */
    static Optional<String> problemOfIndependent(AnnotatedMethod method, boolean modeChosen) {
        if (!isInsideTransaction(method)) {
            return Optional.empty();
        }
        String because = modeChosen
                ? "the mode INDEPENDENT is refused there; leave the mode out or choose JOINED"
                : "and the store cannot join it; choose a store that takes part in transactions";
        return Optional.of("the container opens a transaction before each call, " + because
                + ", or let the method be @TransactionAttribute(NOT_SUPPORTED)");
    }

    private static boolean managesItsTransactions(Class<?> type) {
        TransactionManagement management = type.getAnnotation(TransactionManagement.class);
        return management != null && management.value() == TransactionManagementType.BEAN;
    }

    private static TransactionAttributeType attributeOf(Method method) {
        TransactionAttribute attribute = first(
                method.getAnnotation(TransactionAttribute.class),
                method.getDeclaringClass(),
                TransactionAttribute.class);
        return attribute == null ? TransactionAttributeType.REQUIRED : attribute.value();
    }

    /** What is wrong with a method that is to share its transaction with its outcome. */
    static Optional<String> problemOf(AnnotatedMethod annotated) {
        boolean resource = annotated.kind() == OperationKind.RESOURCE_METHOD;
        if (resource && annotated.answersLater()) {
            return Optional.empty();
        }
        Class<?> type = annotated.beanClass();
        Method method = annotated.method();
        return EJBS.stream().anyMatch(type::isAnnotationPresent)
                ? problemOfEjb(type, method, resource)
                : problemOfBean(type, method);
    }

    /** The engine's transaction is outside that of {@code @Transactional}. */
    private static Optional<String> problemOfBean(Class<?> type, Method method) {
        Transactional transactional = first(method.getAnnotation(Transactional.class), type, Transactional.class);
        if (transactional == null) {
            return Optional.empty();
        }
        return switch (transactional.value()) {
            case REQUIRES_NEW, NOT_SUPPORTED, NEVER ->
                Optional.of("@Transactional(" + transactional.value() + ") keeps the work out of the transaction of its"
                        + " outcome" + CURE);
            case REQUIRED, MANDATORY, SUPPORTS -> Optional.empty();
        };
    }

    /** The container's transaction is outside the interceptor, but inside the HTTP filter. */
    private static Optional<String> problemOfEjb(Class<?> type, Method method, boolean resource) {
        if (managesItsTransactions(type)) {
            return Optional.of("a bean that manages its transactions itself cannot share one with its outcome; let the"
                    + " container manage them, or choose mode = INDEPENDENT");
        }
        TransactionAttributeType value = attributeOf(method);
        boolean apart = switch (value) {
            case NOT_SUPPORTED, NEVER -> true;
            case REQUIRES_NEW -> resource;
            case REQUIRED, MANDATORY, SUPPORTS -> false;
        };
        return apart
                ? Optional.of("@TransactionAttribute(" + value
                        + ") keeps the work out of the transaction of its outcome" + CURE)
                : Optional.empty();
    }

    private static <A extends Annotation> @Nullable A first(@Nullable A own, Class<?> type, Class<A> annotation) {
        return Stream.concat(Stream.ofNullable(own), Stream.ofNullable(type.getAnnotation(annotation)))
                .findFirst()
                .orElse(null);
    }
}
