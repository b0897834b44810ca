// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.operation.Operation;
import ee.idempotency.operation.OperationCatalog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which names of operations may be labels: those that annotations declare and those that the settings list. A name that is
 * made at run time could hold a key, and there could be any number of it. Thread-safe.
 */
final class OperationNames {

    /** What all others are called. */
    static final String OTHER = "other";

    private final Supplier<OperationCatalog> catalog;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    OperationNames(Supplier<OperationCatalog> catalog, Set<String> listed) {
        this.catalog = catalog;
        known.addAll(listed);
    }

    /** The label of an operation. */
    String label(String operation) {
        if (known.contains(operation)) {
            return operation;
        }
        if (catalog.get().all().stream().map(Operation::name).anyMatch(operation::equals)) {
            known.add(operation);
            return operation;
        }
        return OTHER;
    }
}
