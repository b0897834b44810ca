// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import java.util.Arrays;

/** The brackets of a JSON document that are open. Not thread-safe. */
final class Brackets {

    private int depth;

    /** One bit for each open bracket: whether it is a brace. */
    private long[] braces = new long[1];

    boolean areClosed() {
        return depth == 0;
    }

    void open(boolean isBrace) {
        int word = depth >> 6;
        if (word == braces.length) {
            braces = Arrays.copyOf(braces, 2 * word);
        }
        long bit = 1L << depth++;
        braces[word] = isBrace ? braces[word] | bit : braces[word] & ~bit;
    }

    /** Returns whether one of that kind was open, innermost. */
    boolean close(boolean isBrace) {
        if (depth == 0) {
            return false;
        }
        depth--;
        return isBrace == ((braces[depth >> 6] >> depth & 1) == 1);
    }
}
