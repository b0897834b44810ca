// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.published;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations that are protected, for those who describe them. One set for each class loader of this library, so one for
 * each WAR that brings it: the servers' OpenAPI asks where there is neither the WAR's CDI nor its configuration.
 * Thread-safe.
 */
public final class PublishedOperations {

    private static final Set<PublishedOperation> ALL = ConcurrentHashMap.newKeySet();

    private PublishedOperations() {}

    public static void add(PublishedOperation operation) {
        ALL.add(operation);
    }

    /** All that are known by now, sorted by path and method. */
    public static List<PublishedOperation> all() {
        return ALL.stream()
                .sorted(Comparator.comparing(PublishedOperation::path)
                        .thenComparing(PublishedOperation::httpMethod)
                        .thenComparing(PublishedOperation::name))
                .toList();
    }

    /** Those of one application, as {@link PublishedOperation#application} names it, and those of which nobody knows. */
    static List<PublishedOperation> of(@Nullable String application) {
        return all().stream()
                .filter(operation -> application == null
                        || operation.application() == null
                        || application.equals(operation.application()))
                .toList();
    }
}
