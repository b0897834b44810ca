// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.KeyPolicy;
import ee.idempotency.TransactionMode;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.spi.Binding;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with a protected method, as far as its class alone shows it. */
public final class MethodChecks {

    /** What is wrong where a mode meets a store that cannot do it. */
    public static final String NEEDS_JOINABLE_STORE =
            "needs a store that takes part in transactions, such as idempotency-persistence; the one here does not";

    private final AnnotatedMethod method;
    private final IdempotentOperation annotation;
    private final List<MethodProblem> problems = new ArrayList<>();

    private MethodChecks(AnnotatedMethod method) {
        this.method = method;
        this.annotation = method.annotation();
    }

    /**
     * All problems of a method, each a sentence that says how to correct it, the most specific first; empty if all is well.
     *
     * @param defaults of operations that do not say otherwise
     * @param storeJoins whether the store takes part in transactions
     */
    public static List<String> check(AnnotatedMethod method, OperationOptions defaults, boolean storeJoins) {
        return find(method, defaults, storeJoins).stream()
                .map(problem -> at(method, problem.text()))
                .toList();
    }

    /** The same, each with the rule that it breaks. */
    public static List<MethodProblem> find(AnnotatedMethod method, OperationOptions defaults, boolean storeJoins) {
        MethodChecks checks = new MethodChecks(method);
        checks.checkPlace();
        if (method.kind() == OperationKind.RESOURCE_METHOD) {
            checks.checkResource();
        } else {
            checks.checkInterceptable();
            checks.checkKey();
            checks.checkKeyPolicy();
            ResultTypes.problemOf(method.resultType())
                    .ifPresent(problem -> checks.add(MethodRule.RESULT_TYPE, problem));
        }
        RereadMethod.problemsOf(method).ifPresent(problem -> checks.add(MethodRule.REREAD, problem));
        checks.checkName();
        defaults.problemsOf(method.annotation()).forEach(problem -> checks.add(MethodRule.VALUES, problem));
        checks.checkMode(storeJoins);
        return List.copyOf(checks.problems);
    }

    private void add(MethodRule rule, String text) {
        problems.add(new MethodProblem(rule, text));
    }

    /** A problem of a method, with its place. */
    public static String at(AnnotatedMethod method, String problem) {
        return "@IdempotentOperation on " + method.where() + ": " + problem;
    }

    private void checkPlace() {
        if (method.source().ambiguous()) {
            add(
                    MethodRule.AMBIGUOUS,
                    "two interfaces or annotations say different things of this method; say it on the method of the"
                            + " class");
        }
    }

    private void checkResource() {
        if (method.isOfMethod() && method.httpMethod().isEmpty()) {
            add(
                    MethodRule.LOCATOR,
                    "a method that only locates a sub-resource answers nothing; annotate the methods of the"
                            + " sub-resource");
        }
        if (!annotation.key().isEmpty()
                || !annotation.fingerprint().isEmpty()
                || annotation.failOn().length > 0
                || annotation.perCaller()
                || annotation.subOperation()) {
            add(
                    MethodRule.MEMBERS,
                    "key, fingerprint, failOn, perCaller and subOperation are not for resource methods: the key is the"
                            + " request's header and its caller's, the payload its body, and an error response is an outcome"
                            + " like any other");
        }
        if (method.keyParts().length > 0) {
            add(
                    MethodRule.MEMBERS,
                    "@IdempotencyKeyPart is not for resource methods, whose key is the request's; leave it out");
        }
        KeySource.problemsOf(annotation).forEach(problem -> add(MethodRule.KEY_SOURCE, problem));
        if (ResponseStyle.isInPieces(method.method())) {
            add(
                    MethodRule.EVENTS,
                    "events and chunks cannot be stored and replayed, because nobody knows the last of them; let this"
                            + " method start the work and respond at once, and a GET report on it");
        }
    }

    private void checkInterceptable() {
        if (method.isCallback()) {
            add(
                    MethodRule.INTERCEPTABLE,
                    "the container calls lifecycle callbacks, initializers and interceptor methods itself, and"
                            + " nothing can stand around them; call a protected method of another bean from it, or use"
                            + " Idempotency");
        } else if (!method.isInterceptable()) {
            add(
                    MethodRule.INTERCEPTABLE,
                    "a private, static or final method cannot be intercepted; make it an ordinary method that other"
                            + " beans call");
        } else if (Modifier.isFinal(method.beanClass().getModifiers())) {
            add(
                    MethodRule.INTERCEPTABLE,
                    "the class is final, as records and enums are, so that its calls cannot be intercepted; make it an"
                            + " ordinary class");
        }
    }

    private void checkKey() {
        if (!annotation.keyHeader().isEmpty() || !annotation.keyPointer().isEmpty()) {
            add(
                    MethodRule.MEMBERS,
                    "keyHeader and keyPointer are for resource methods: a call of a bean has no request; use"
                            + " @IdempotencyKeyPart or key");
        }
        boolean parts = method.keyParts().length > 0;
        boolean expression = !annotation.key().isEmpty();
        if (annotation.subOperation() ? parts && expression : parts == expression) {
            add(MethodRule.KEY, "name the key once, by @IdempotencyKeyPart on parameters or by the key expression");
        }
        if (!method.isOfMethod() && expression) {
            add(MethodRule.KEY, "a key expression belongs on the method, not on its class");
        }
    }

    private void checkKeyPolicy() {
        if (annotation.keyPolicy() == KeyPolicy.ISSUED) {
            add(
                    MethodRule.MEMBERS,
                    "keyPolicy ISSUED is for resource methods: a bean's method makes its key of its parameters");
        }
    }

    private void checkName() {
        if (method.givenName().isPresent() || method.kind() != OperationKind.RESOURCE_METHOD) {
            String name = method.name();
            if (!Binding.isOperation(name)) {
                add(
                        MethodRule.NAME,
                        "the operation's name '" + name + "' must have 1 to " + Binding.MAX_OPERATION_LENGTH
                                + " printable characters; set name");
            }
        }
    }

    private void checkMode(boolean storeJoins) {
        if (annotation.mode().length == 1 && !storeJoins) {
            TransactionMode mode = annotation.mode()[0];
            if (mode.isTransactional() && !method.answersLater()) {
                add(MethodRule.MODE, "the mode " + mode + " " + NEEDS_JOINABLE_STORE);
            }
        }
    }
}
