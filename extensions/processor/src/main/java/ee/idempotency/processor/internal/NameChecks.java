// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import ee.idempotency.engine.OperationOptions;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.MethodProblem;
import ee.idempotency.operation.MethodRule;
import ee.idempotency.operation.Operation;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.operation.OperationKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds operations of one name, by the catalog of the deployment. */
final class NameChecks {

    private NameChecks() {}

    /**
     * What is wrong, by the second method of each name.
     *
     * @param found the protected methods of each class
     */
    static Map<AnnotatedMethod, MethodProblem> problemsOf(Map<Class<?>, List<AnnotatedMethod>> found) {
        OperationCatalog catalog = new OperationCatalog();
        Map<AnnotatedMethod, MethodProblem> problems = new LinkedHashMap<>();
        found.entrySet().stream()
                .filter(entry -> !isExtended(entry.getKey(), found))
                .flatMap(entry -> entry.getValue().stream())
                .filter(method -> method.givenName().isPresent() || method.kind() != OperationKind.RESOURCE_METHOD)
                .sorted(Comparator.comparing(AnnotatedMethod::where))
                .forEach(method -> catalog.add(operation(method))
                        .ifPresent(text -> problems.put(method, new MethodProblem(MethodRule.NAME, text))));
        return problems;
    }

    /** The one that extends it may take its place, and then both have the same names. */
    private static boolean isExtended(Class<?> type, Map<Class<?>, List<AnnotatedMethod>> found) {
        return found.keySet().stream().anyMatch(other -> other != type && type.isAssignableFrom(other));
    }

    private static Operation operation(AnnotatedMethod method) {
        return new Operation(
                method.name(),
                method.where(),
                method.kind(),
                method.annotation().shared(),
                "",
                OperationOptions.of(OperationOptions.MIN_LEASE, OperationOptions.MIN_RETENTION));
    }
}
