// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.operation.JsonPointer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON pointers as a tree of their tokens. Read by many threads once it is built. */
final class PointerNode {

    private final Map<String, PointerNode> children = new HashMap<>();
    private @Nullable String pointer;

    void add(String added) {
        PointerNode node = this;
        for (String name : JsonPointer.tokensOf(added)) {
            node = node.children.computeIfAbsent(name, missing -> new PointerNode());
        }
        node.pointer = added;
    }

    /** Where the pointers go on that lead through this member or element; null if none does. */
    @Nullable
    PointerNode child(String name) {
        return children.get(name);
    }

    /** The pointer that ends here, or null. */
    @Nullable
    String pointer() {
        return pointer;
    }
}
