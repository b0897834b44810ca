// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The syntax of JSON pointers (RFC 6901), wherever an annotation or a setting has one. */
public final class JsonPointer {

    private JsonPointer() {}

    /**
     * What is wrong with a pointer to a part of a document, for the application's developer; empty if nothing is. The
     * pointer to the whole document is refused, too.
     */
    public static Optional<String> problemOf(String pointer) {
        if (pointer.isEmpty()) {
            return Optional.of("the pointer \"\" is the whole document; leave it out");
        }
        if (!pointer.startsWith("/")) {
            return Optional.of(
                    "\"" + pointer + "\" is not a JSON pointer (RFC 6901): it begins with a slash, as /" + pointer);
        }
        if (pointer.matches("(?s).*~(?![01]).*")) {
            return Optional.of("\"" + pointer
                    + "\" is not a JSON pointer (RFC 6901): a tilde is written ~0, a slash in a name ~1");
        }
        return Optional.empty();
    }

    /** The names that lead to the value, from the outermost on; at least one. */
    public static List<String> tokensOf(String pointer) {
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
