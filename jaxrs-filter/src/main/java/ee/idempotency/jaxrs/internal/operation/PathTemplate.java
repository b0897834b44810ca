// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Path templates in one spelling: one slash between segments, none at the end, no patterns in the braces. */
public final class PathTemplate {

    private PathTemplate() {}

    public static String of(String classPath, String methodPath) {
        return Stream.of(classPath, methodPath)
                .map(PathTemplate::withoutPatterns)
                .flatMap(path -> Arrays.stream(path.split("/", -1)))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    /** {@code {id: [a-z]{3}}} becomes {@code {id}}. */
    private static String withoutPatterns(String path) {
        StringBuilder plain = new StringBuilder(path.length());
        int depth = 0;
        boolean inPattern = false;
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            depth += character == '{' ? 1 : 0;
            depth -= character == '}' ? 1 : 0;
            inPattern = depth > 0 && (inPattern || character == ':');
            boolean inName = depth > 0 && !inPattern;
            if (depth == 0 || (inName && !Character.isWhitespace(character))) {
                plain.append(character);
            }
        }
        return plain.toString();
    }
}
