// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.operation.AnnotatedMethod;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is wrong with the expressions of an annotation. */
final class ExpressionChecks {

    private ExpressionChecks() {}

    static List<String> problemsOf(AnnotatedMethod method) {
        List<String> problems = new ArrayList<>();
        List<String> expressions =
                List.of(method.annotation().key(), method.annotation().fingerprint());
        if (expressions.stream().allMatch(String::isEmpty)) {
            return problems;
        }
        if (!Arrays.stream(method.namedParameters()).allMatch(Parameter::isNamePresent)) {
            problems.add("expressions need parameter names; compile with -parameters");
            return problems;
        }
        Set<String> parameters =
                Arrays.stream(method.namedParameters()).map(Parameter::getName).collect(Collectors.toSet());
        for (String text : expressions) {
            if (!text.isEmpty()) {
                ParameterExpression.problemOf(text, parameters).ifPresent(problems::add);
            }
        }
        return problems;
    }
}
