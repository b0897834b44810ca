// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two containers of one kind, whatever their classes: their interfaces say what is equal. */
final class ContentDifference {

    /** Elements without an order that are of the application are compared each with each, at most so many. */
    private static final int MAX_UNORDERED = 500;

    private static final String JSON_VALUE = "jakarta.json.JsonValue";

    /** Finds what differs between two elements; empty if nothing does. */
    @FunctionalInterface
    interface Elements {
        Optional<String> between(@Nullable Object returned, @Nullable Object read, String member);
    }

    private final Elements elements;
    private final Predicate<Class<?>> isOfPlatform;

    /** Compares elements by {@code elements}; those of a class that {@code isOfPlatform} by their equals, where order is none. */
    ContentDifference(Elements elements, Predicate<Class<?>> isOfPlatform) {
        this.elements = elements;
        this.isOfPlatform = isOfPlatform;
    }

    static boolean isContainer(Object object) {
        return object instanceof Collection<?>
                || object instanceof Map<?, ?>
                || object instanceof Map.Entry<?, ?>
                || object instanceof Optional<?>
                || isJson(object);
    }

    /** Whether both are lists, both sets, and so on. */
    static boolean isOfOneKind(Object one, Object other) {
        return kindOf(one) != Object.class && kindOf(one) == kindOf(other);
    }

    private static Class<?> kindOf(Object object) {
        for (Class<?> kind :
                List.of(List.class, Set.class, Collection.class, Map.class, Map.Entry.class, Optional.class)) {
            if (kind.isInstance(object)) {
                return kind;
            }
        }
        return isJson(object) ? ContentDifference.class : Object.class;
    }

    /** JSON-P's values say by their interfaces what is equal. This module must not know that API, so the name counts. */
    static boolean isJson(Object object) {
        return isJson(object.getClass());
    }

    private static boolean isJson(Class<?> type) {
        return type.getName().equals(JSON_VALUE)
                || Arrays.stream(type.getInterfaces()).anyMatch(ContentDifference::isJson)
                || (type.getSuperclass() != null && isJson(type.getSuperclass()));
    }

    Optional<String> between(Object returned, Object read, String member) {
        if (returned instanceof Optional<?> value && read instanceof Optional<?> other) {
            return elements.between(value.orElse(null), other.orElse(null), member);
        }
        if (returned instanceof Map.Entry<?, ?> entry && read instanceof Map.Entry<?, ?> other) {
            Optional<String> ofKey = elements.between(entry.getKey(), other.getKey(), member + "[key]");
            return ofKey.isPresent() ? ofKey : elements.between(entry.getValue(), other.getValue(), member + "[]");
        }
        if (isJson(returned)) {
            return returned.equals(read) ? Optional.empty() : changed(member);
        }
        if (returned instanceof Map<?, ?> map && read instanceof Map<?, ?> other) {
            return returned instanceof SortedMap<?, ?> && read instanceof SortedMap<?, ?>
                    ? betweenSequences(map.entrySet(), other.entrySet(), member)
                    : betweenMaps(map, other, member);
        }
        Collection<?> content = (Collection<?>) returned;
        Collection<?> others = (Collection<?>) read;
        boolean isOrdered =
                !(returned instanceof Set<?>) || (returned instanceof SortedSet<?> && read instanceof SortedSet<?>);
        return isOrdered ? betweenSequences(content, others, member) : betweenSets(content, others, member);
    }

    private Optional<String> betweenSequences(Collection<?> returned, Collection<?> read, String member) {
        if (returned.size() != read.size()) {
            return changed(member);
        }
        Iterator<?> others = read.iterator();
        for (Object element : returned) {
            Optional<String> difference = elements.between(element, others.next(), member + "[]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> betweenMaps(Map<?, ?> returned, Map<?, ?> read, String member) {
        Optional<String> ofKeys = betweenSets(returned.keySet(), read.keySet(), member + "[key]");
        if (ofKeys.isPresent()) {
            return ofKeys;
        }
        for (Map.Entry<?, ?> entry : returned.entrySet()) {
            Optional<String> difference = elements.between(entry.getValue(), read.get(entry.getKey()), member + "[]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> betweenSets(Collection<?> returned, Collection<?> read, String member) {
        if (returned.size() != read.size()) {
            return changed(member);
        }
        List<Object> left = new ArrayList<>(read);
        List<Object> others = new ArrayList<>();
        for (Object element : returned) {
            if (element != null && !isOfPlatform.test(element.getClass())) {
                others.add(element);
            } else if (!read.contains(element)) {
                return changed(member);
            }
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return others.size() > MAX_UNORDERED
                ? Optional.of(member + " has more elements without an order than can be compared")
                : betweenEach(others, left, member);
    }

    private Optional<String> betweenEach(List<Object> returned, List<Object> read, String member) {
        for (Object element : returned) {
            Iterator<Object> left = read.iterator();
            boolean found = false;
            while (!found && left.hasNext()) {
                found = elements.between(element, left.next(), member).isEmpty();
            }
            if (!found) {
                return changed(member);
            }
            left.remove();
        }
        return Optional.empty();
    }

    private static Optional<String> changed(String member) {
        return Optional.of(member + " comes back with another content");
    }
}
