// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.spi.Binding;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the annotations of a class. */
final class OperationChecks {

    /** What is wrong where a mode meets a store that cannot do it. */
    static final String NEEDS_JOINABLE_STORE =
            "needs a store that takes part in transactions, such as idempotency-persistence; the one here does not";

    private final OperationOptions defaults;
    private final boolean storeJoins;
    private final List<String> problems = new ArrayList<>();

    private OperationChecks(OperationOptions defaults, boolean storeJoins) {
        this.defaults = defaults;
        this.storeJoins = storeJoins;
    }

    /** One line a problem, naming class and method; empty if all is well. */
    static List<String> check(Class<?> type, OperationOptions defaults, boolean storeJoins) {
        OperationChecks checks = new OperationChecks(defaults, storeJoins);
        IdempotentOperation ofClass = type.getAnnotation(IdempotentOperation.class);
        for (Method method : type.getDeclaredMethods()) {
            IdempotentOperation own = method.getAnnotation(IdempotentOperation.class);
            boolean business = Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
            if (own != null || (ofClass != null && business && !Modifier.isStatic(method.getModifiers()))) {
                checks.check(type, method, own, own != null ? own : ofClass);
            }
        }
        return checks.problems;
    }

    private void check(
            Class<?> type, Method method, @Nullable IdempotentOperation own, @Nullable IdempotentOperation effective) {
        String where = "@IdempotentOperation on " + type.getName() + "." + method.getName() + ": ";
        if (effective == null) {
            return;
        }
        checkValues(where, effective);
        checkMode(where, type, method, effective);
        if (ResourceMethods.isResourceMethod(method)) {
            checkResource(where, type, method, effective);
        } else {
            checkKey(where, method, effective);
            checkInterceptable(where, method);
        }
        if (own == null && !effective.key().isEmpty()) {
            problem(where + "a key expression belongs on the method, not on its class");
        }
    }

    private void checkValues(String where, IdempotentOperation annotation) {
        if (!annotation.name().isEmpty() && !Binding.isOperation(annotation.name())) {
            problem(where + "the name has 1 to " + Binding.MAX_OPERATION_LENGTH + " printable characters");
        }
        try {
            defaults.with(annotation);
        } catch (IllegalArgumentException wrong) {
            problem(where + wrong.getMessage());
        }
    }

    private void checkMode(String where, Class<?> type, Method method, IdempotentOperation annotation) {
        if (annotation.mode().length > 1) {
            return; // told with the other values
        }
        boolean own = annotation.mode().length == 1;
        TransactionMode mode = own ? annotation.mode()[0] : defaults.mode();
        if (own && mode.isTransactional() && !storeJoins) {
            problem(where + "the mode " + mode + " " + NEEDS_JOINABLE_STORE);
        }
        if (mode.isTransactional()) {
            TransactionChecks.problemOf(type, method).ifPresent(problem -> problem(where + problem));
        }
    }

    private void checkResource(String where, Class<?> type, Method method, IdempotentOperation annotation) {
        if (!annotation.key().isEmpty()
                || !annotation.fingerprint().isEmpty()
                || annotation.failOn().length > 0
                || annotation.subOperation()) {
            problem(where + "key, fingerprint, failOn and subOperation are not for resource methods: the key is the"
                    + " request's header, the payload its body, and an error response is an answer like any other");
        }
        if (ResourceMethods.answersInPieces(method)) {
            problem(where
                    + "events and chunks cannot be stored and replayed, because nobody knows the last of them; let"
                    + " this method start the work and answer at once, and a GET tell of it");
        }
        ClassLoader application = type.getClassLoader();
        if (application != null && !ResourceMethods.areProtected(application)) {
            problem(where + "resource methods are protected by idempotency-jaxrs-filter, which is not deployed");
        }
    }

    private void checkKey(String where, Method method, IdempotentOperation annotation) {
        boolean parts = Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(IdempotencyKeyPart.class));
        boolean expression = !annotation.key().isEmpty();
        if (annotation.subOperation() ? parts && expression : parts == expression) {
            problem(where + "name the key once, by @IdempotencyKeyPart on parameters or by the key expression");
        }
        if (annotation.key().isEmpty() && annotation.fingerprint().isEmpty()) {
            return;
        }
        if (!Arrays.stream(method.getParameters()).allMatch(Parameter::isNamePresent)) {
            problem(where + "expressions need parameter names; compile with -parameters");
        }
        for (String text : List.of(annotation.key(), annotation.fingerprint())) {
            if (!text.isEmpty()) {
                ParameterExpression.problemOf(text).ifPresent(problem -> problem(where + problem));
            }
        }
    }

    private void checkInterceptable(String where, Method method) {
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers) || Modifier.isFinal(modifiers)) {
            problem(where + "a private, static or final method cannot be intercepted");
        }
        Class<?> result = method.getReturnType();
        if (CompletionStage.class.isAssignableFrom(result) || Future.class.isAssignableFrom(result)) {
            problem(where + "an asynchronous result cannot be stored; protect the method that computes it");
        }
    }

    private void problem(String problem) {
        problems.add(problem);
    }
}
