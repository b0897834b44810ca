// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.operation.JsonPointer;
import java.util.Collection;
import java.util.List;

/**
 * Which values of a JSON document are compared: all, some, or all but some. Pointers are in order and without repetition.
 *
 * @param include pointers to the only ones; empty for all
 * @param exclude pointers to those that are not; empty if {@code include} is not
 */
record JsonSelection(List<String> include, List<String> exclude) {

    static final JsonSelection ALL = new JsonSelection(List.of(), List.of());

    /**
     * Checks and sorts.
     *
     * @throws IllegalArgumentException if both are given or a pointer is malformed; the message is for the
     *     application's developer
     */
    static JsonSelection of(List<String> include, List<String> exclude) {
        if (!include.isEmpty() && !exclude.isEmpty()) {
            throw new IllegalArgumentException("give either include or exclude, not both");
        }
        include.forEach(JsonSelection::check);
        exclude.forEach(JsonSelection::check);
        return new JsonSelection(
                include.stream().sorted().distinct().toList(),
                exclude.stream().sorted().distinct().toList());
    }

    boolean isPartial() {
        return !include.isEmpty();
    }

    PointerNode root() {
        PointerNode root = new PointerNode();
        pointers().forEach(root::add);
        return root;
    }

    private Collection<String> pointers() {
        return isPartial() ? include : exclude;
    }

    private static void check(String pointer) {
        JsonPointer.problemOf(pointer).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }
}
