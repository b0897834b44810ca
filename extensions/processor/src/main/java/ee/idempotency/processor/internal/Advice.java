// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.OperationKind;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What works, and may surprise later: names that follow the source, and payloads that nobody compares. */
final class Advice {

    private Advice() {}

    /** For a method of a bean; that of a resource has the name of its path, and its request is compared. */
    static Map<SourceRule, String> of(AnnotatedMethod method) {
        Map<SourceRule, String> advice = new EnumMap<>(SourceRule.class);
        if (method.kind() == OperationKind.RESOURCE_METHOD) {
            return advice;
        }
        if (method.givenName().isEmpty()) {
            advice.put(
                    SourceRule.UNNAMED,
                    "the operation has the name of its class and method, and renaming these makes every stored key"
                            + " unknown; set name");
        }
        List<String> ignored = ignored(method);
        if (!ignored.isEmpty() && method.annotation().fingerprint().isEmpty()) {
            advice.put(
                    SourceRule.FINGERPRINT,
                    "a repeat with another value of " + String.join(", ", ignored)
                            + " gets the outcome of the first; name the payload by fingerprint, or add the parameter to"
                            + " the key");
        }
        return advice;
    }

    /** The parameters that are in no key. */
    private static List<String> ignored(AnnotatedMethod method) {
        if (method.kind() == OperationKind.TIMER || method.annotation().subOperation()) {
            return List.of();
        }
        Parameter[] parameters = method.namedParameters();
        int[] parts = method.keyParts();
        String key = method.annotation().key();
        return IntStream.range(0, parameters.length)
                .filter(i -> Arrays.stream(parts).noneMatch(part -> part == i))
                .filter(i -> !isIn(parameters[i].getName(), key))
                .mapToObj(i -> parameters[i].getName())
                .toList();
    }

    private static boolean isIn(String name, String expression) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)")
                .matcher(expression)
                .find();
    }
}
