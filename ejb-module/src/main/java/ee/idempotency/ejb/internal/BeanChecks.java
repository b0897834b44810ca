// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.ExpressionNames;
import ee.idempotency.operation.MethodChecks;
import ee.idempotency.operation.Operation;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.operation.TransactionChecks;
import ee.idempotency.spi.CallerResolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what is wrong with the protected methods of beans and EJBs. */
final class BeanChecks {

    private static final String FILTER = "ee.idempotency.jaxrs.IdempotencyFeature";

    private static final String NO_CALLERS = "perCaller needs a bean of the type " + CallerResolver.class.getName()
            + ", and there is none; add one, or put the caller into the key";

    private final EngineSettings settings;
    private final OperationOptions defaults;
    private final boolean storeJoins;
    private final boolean callersAreNamed;

    BeanChecks(EngineSettings settings, boolean storeJoins, boolean callersAreNamed) {
        this.settings = settings;
        this.defaults = settings.defaults();
        this.storeJoins = storeJoins;
        this.callersAreNamed = callersAreNamed;
    }

    /** One line a problem, naming class and method, the most specific first; empty if all is well. */
    List<String> problemsOf(AnnotatedMethod method) {
        List<String> problems = new ArrayList<>(MethodChecks.check(method, defaults, storeJoins));
        if (method.kind() != OperationKind.RESOURCE_METHOD) {
            ExpressionNames.problemsOf(method, ParameterExpression::problemOf).stream()
                    .map(problem -> MethodChecks.at(method, problem.text()))
                    .forEach(problems::add);
            if (method.annotation().perCaller() && !callersAreNamed) {
                problems.add(MethodChecks.at(method, NO_CALLERS));
            }
        }
        if (defaults.problemsOf(method.annotation()).isEmpty()) {
            TransactionChecks.problemOf(method, optionsOf(method))
                    .map(problem -> MethodChecks.at(method, problem.text()))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /** With the mode that calls will have, as far as that can be known here. */
    private OperationOptions optionsOf(AnnotatedMethod method) {
        return TransactionChecks.optionsOf(
                method, settings.options(method.name(), Optional.of(method.annotation())), storeJoins);
    }

    /** A method of a bean or timer, as it is announced. */
    Operation operation(AnnotatedMethod method) {
        return new Operation(
                method.name(),
                method.where(),
                method.kind(),
                method.annotation().shared(),
                keyOf(method),
                storeJoins
                        ? optionsOf(method)
                        : optionsOf(method).withMode(optionsOf(method).mode()));
    }

    private static String keyOf(AnnotatedMethod method) {
        String own = method.annotation().key().isEmpty()
                ? Arrays.stream(method.keyParts())
                        .mapToObj(i -> method.method().getParameters()[i].getName())
                        .collect(Collectors.joining(", "))
                : method.annotation().key();
        if (method.annotation().subOperation()) {
            return "key from the outer operation" + (own.isEmpty() ? "" : " and " + own);
        }
        return "key from " + own + (method.annotation().perCaller() ? ", of each caller" : "");
    }

    /** What is missing for resource methods, of which this module protects none. */
    Optional<String> missingModules(List<AnnotatedMethod> methods) {
        return methods.stream()
                .filter(method -> method.kind() == OperationKind.RESOURCE_METHOD)
                .filter(method -> !isFilterDeployed(method.beanClass()))
                .findFirst()
                .map(method -> "resource methods, such as " + method.where()
                        + ", are protected by idempotency-jaxrs-filter, which is not deployed");
    }

    private static boolean isFilterDeployed(Class<?> type) {
        ClassLoader application = type.getClassLoader();
        return application == null || application.getResource(FILTER.replace('.', '/') + ".class") != null;
    }
}
