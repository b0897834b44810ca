// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One operation to be done once. */
record Key(String id, Mode mode) {

    /** A key nobody used before. */
    static Key fresh(String purpose, Mode mode) {
        return new Key(purpose + "-" + UUID.randomUUID(), mode);
    }

    /** Keys nobody used before, of all modes in turn. */
    static List<Key> fresh(String purpose, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> fresh(purpose, Mode.inTurn(index)))
                .toList();
    }
}
