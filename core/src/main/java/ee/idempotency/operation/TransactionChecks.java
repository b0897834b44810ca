// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.engine.OperationOptions;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * Finds methods whose work cannot be in the transaction of its outcome, which JOINED and ONE_COMMIT promise, and those that
 * claim inside a transaction, which INDEPENDENT must not. Only what stands on the method and its class is seen, not what
 * its callees begin.
 */
public final class TransactionChecks {

    private static final String CURE = "; let it be REQUIRED, or choose mode = INDEPENDENT";

    private static final Set<String> OPENED = Set.of("REQUIRED", "REQUIRES_NEW", "MANDATORY");

    private TransactionChecks() {}

    /**
     * With the mode that calls will have, as far as that can be known from the method.
     *
     * @param options of the operation, as its annotation and the settings say
     */
    public static OperationOptions optionsOf(AnnotatedMethod method, OperationOptions options, boolean storeJoins) {
        return storeJoins && isInsideTransaction(method) ? options.insideTransaction() : options;
    }

    /** What is wrong with a method in the mode that {@link #optionsOf} found; empty if all is well. */
    public static Optional<MethodProblem> problemOf(AnnotatedMethod method, OperationOptions options) {
        Optional<String> found = options.mode().isTransactional()
                ? problemOfShared(method)
                : problemOfIndependent(method, options.modeChosen());
        return found.map(text -> new MethodProblem(MethodRule.TRANSACTION, text));
    }

    /** Whether the container has a transaction open whenever it hands a call of this method to the interceptor. */
    private static boolean isInsideTransaction(AnnotatedMethod method) {
        Class<?> type = method.beanClass();
        return method.kind() != OperationKind.RESOURCE_METHOD
                && NamedAnnotation.isOn(type, JakartaNames.EJBS)
                && !managesItsTransactions(type)
                && OPENED.contains(attributeOf(method.method()));
    }

    private static Optional<String> problemOfIndependent(AnnotatedMethod method, boolean modeChosen) {
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
        return NamedAnnotation.valueOn(type, JakartaNames.TRANSACTION_MANAGEMENT)
                .filter("BEAN"::equals)
                .isPresent();
    }

    private static String attributeOf(Method method) {
        return NamedAnnotation.valueOn(method, JakartaNames.TRANSACTION_ATTRIBUTE)
                .or(() -> NamedAnnotation.valueOn(method.getDeclaringClass(), JakartaNames.TRANSACTION_ATTRIBUTE))
                .orElse("REQUIRED");
    }

    private static Optional<String> problemOfShared(AnnotatedMethod annotated) {
        boolean resource = annotated.kind() == OperationKind.RESOURCE_METHOD;
        if (resource && annotated.answersLater()) {
            return Optional.empty();
        }
        Class<?> type = annotated.beanClass();
        Method method = annotated.method();
        return NamedAnnotation.isOn(type, JakartaNames.EJBS)
                ? problemOfEjb(type, method, resource)
                : problemOfBean(type, method);
    }

    /** The engine's transaction is outside that of {@code @Transactional}. */
    private static Optional<String> problemOfBean(Class<?> type, Method method) {
        return NamedAnnotation.valueOn(method, JakartaNames.TRANSACTIONAL)
                .or(() -> NamedAnnotation.valueOn(type, JakartaNames.TRANSACTIONAL))
                .filter(Set.of("REQUIRES_NEW", "NOT_SUPPORTED", "NEVER")::contains)
                .map(value -> apart("@Transactional", value));
    }

    /** The container's transaction is outside the interceptor, but inside the HTTP filter. */
    private static Optional<String> problemOfEjb(Class<?> type, Method method, boolean resource) {
        if (managesItsTransactions(type)) {
            return Optional.of("a bean that manages its transactions itself cannot share one with its outcome; let the"
                    + " container manage them, or choose mode = INDEPENDENT");
        }
        String value = attributeOf(method);
        boolean isApart = switch (value) {
            case "NOT_SUPPORTED", "NEVER" -> true;
            case "REQUIRES_NEW" -> resource;
            default -> false;
        };
        return isApart ? Optional.of(apart("@TransactionAttribute", value)) : Optional.empty();
    }

    private static String apart(String annotation, String value) {
        return annotation + "(" + value + ") keeps the work out of the transaction of its outcome" + CURE;
    }
}
