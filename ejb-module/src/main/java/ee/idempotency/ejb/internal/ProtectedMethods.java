// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.engine.EngineSettings;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.OperationReader;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of each intercepted method, read at its first call. Thread-safe. */
final class ProtectedMethods {

    private record Place(Class<?> type, Method method) {}

    private final Map<Place, Optional<ProtectedMethod>> known = new ConcurrentHashMap<>();

    private final Set<Class<?>> beanClasses;
    private final EngineSettings settings;

    ProtectedMethods(Set<Class<?>> beanClasses, EngineSettings settings) {
        this.beanClasses = beanClasses;
        this.settings = settings;
    }

    /** The protected method, or empty if it is none that the annotation of its class covers. */
    Optional<ProtectedMethod> find(Class<?> type, Method method) {
        return known.computeIfAbsent(new Place(type, method), this::read);
    }

    private Optional<ProtectedMethod> read(Place place) {
        OperationReader reader = new OperationReader(beanClass(place.type()));
        Optional<AnnotatedMethod> found = reader.find(place.method());
        if (found.isEmpty() && reader.methods().isEmpty()) {
            throw new IllegalStateException("The interceptor of @IdempotentOperation was bound to " + place.method()
                    + ", which has no such annotation; put it on the method or its class");
        }
        return found.map(this::protectedMethod);
    }

    private ProtectedMethod protectedMethod(AnnotatedMethod method) {
        return ProtectedMethod.of(method, settings);
    }

    /** The class that was deployed; containers make subclasses of it, which have other names at every start. */
    private Class<?> beanClass(Class<?> type) {
        for (@Nullable Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (beanClasses.contains(each)) {
                return each;
            }
        }
        Class<?> plain = type;
        while (plain.isSynthetic() && plain.getSuperclass() != null) {
            plain = plain.getSuperclass();
        }
        return plain;
    }
}
