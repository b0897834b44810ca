// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class, its superclasses, and then all interfaces, the nearest first. {@code Object} is left out. */
final class Hierarchy {

    private final List<Class<?>> classes = new ArrayList<>();
    private final Set<Class<?>> interfaces = new LinkedHashSet<>();

    Hierarchy(Class<?> start) {
        Deque<Class<?>> open = new ArrayDeque<>();
        for (@Nullable Class<?> each = start; each != null && each != Object.class; each = each.getSuperclass()) {
            if (!each.isInterface()) {
                classes.add(each);
                open.addAll(Arrays.asList(each.getInterfaces()));
            } else {
                open.add(each);
            }
        }
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (interfaces.add(next)) {
                open.addAll(Arrays.asList(next.getInterfaces()));
            }
        }
    }

    List<Class<?>> classes() {
        return classes;
    }

    Collection<Class<?>> interfaces() {
        return interfaces;
    }

    /** All, classes before interfaces. */
    List<Class<?>> types() {
        List<Class<?>> all = new ArrayList<>(classes);
        all.addAll(interfaces);
        return all;
    }

    /** The methods that are declared there, in an order that does not change from one start to the next. */
    static List<Method> declaredBy(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .sorted((one, other) -> one.toGenericString().compareTo(other.toGenericString()))
                .toList();
    }
}
