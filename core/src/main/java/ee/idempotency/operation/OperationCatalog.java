// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All operations of one application, by beans and over HTTP, each name once: two methods of one name would replay each
 * other's outcomes. Thread-safe.
 */
public final class OperationCatalog {

    private final List<Operation> operations = new ArrayList<>();

    /**
     * Adds an operation. One of the same method of the same class takes the earlier one's place.
     *
     * @return what is wrong, naming both methods, if another method has the name and not both are {@code shared}; the
     *     operation is added nevertheless
     */
    public synchronized Optional<String> add(Operation operation) {
        operations.removeIf(operation::isOfSameMethod);
        Optional<Operation> other = operations.stream()
                .filter(known -> known.name().equals(operation.name()))
                .filter(known -> !known.isShared() || !operation.isShared())
                .findFirst();
        operations.add(operation);
        return other.map(known -> "two operations have the name '" + operation.name() + "', " + known.where() + " and "
                + operation.where() + ", and would replay each other's outcomes; give each a name of its own, or set"
                + " shared = true on both if they are one operation");
    }

    /** All operations, sorted by name and place. */
    public synchronized List<Operation> all() {
        return operations.stream()
                .sorted(Comparator.comparing(Operation::name).thenComparing(Operation::where))
                .toList();
    }
}
