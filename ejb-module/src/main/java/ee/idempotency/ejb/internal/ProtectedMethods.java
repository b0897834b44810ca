// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.engine.OperationOptions;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of each intercepted method, read at its first call. Thread-safe. */
final class ProtectedMethods {

    private record Place(Class<?> type, Method method) {}

    private final Map<Place, Optional<ProtectedMethod>> known = new ConcurrentHashMap<>();

    private final OperationOptions defaults;

    ProtectedMethods(OperationOptions defaults) {
        this.defaults = defaults;
    }

    /** The protected method, or empty if it is a resource method, which the HTTP filter protects. */
    Optional<ProtectedMethod> find(Class<?> type, Method method) {
        return known.computeIfAbsent(new Place(type, method), this::read);
    }

    private Optional<ProtectedMethod> read(Place place) {
        return ResourceMethods.isResourceMethod(place.method())
                ? Optional.empty()
                : Optional.of(ProtectedMethod.of(place.type(), place.method(), defaults));
    }
}
