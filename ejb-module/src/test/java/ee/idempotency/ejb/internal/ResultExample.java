// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A declared type and a result of it.
 *
 * @param name what is special
 * @param type as the method declares it
 * @param result what the method returns
 * @param isKept whether it can be replayed
 */
record ResultExample(String name, Type type, Object result, boolean isKept) {

    String description() {
        return describe(result);
    }

    /** What a caller sees: elements, classes and texts; written apart from the comparison that is tested. */
    static String describe(Object seen) {
        if (seen == null) {
            return "null";
        }
        if (seen instanceof JsonValue) {
            return seen.toString();
        }
        if (seen.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(seen))
                    .mapToObj(i -> describe(Array.get(seen, i)))
                    .collect(Collectors.joining(",", seen.getClass().getComponentType() + "[", "]"));
        }
        if (seen instanceof Optional<?> optional) {
            return "optional " + describe(optional.orElse(null));
        }
        if (seen instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> describe(entry.getKey()) + "=" + describe(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "map {", "}"));
        }
        if (seen instanceof Collection<?> collection
                && seen.getClass().getName().startsWith("java.")) {
            boolean isSet = seen instanceof Set<?> && !(seen instanceof SortedSet<?>);
            return (isSet
                            ? collection.stream().map(ResultExample::describe).sorted()
                            : collection.stream().map(ResultExample::describe))
                    .collect(Collectors.joining(",", isSet ? "set [" : "[", "]"));
        }
        return seen.getClass().getName() + " " + seen;
    }

    @Override
    public String toString() {
        return name;
    }
}
