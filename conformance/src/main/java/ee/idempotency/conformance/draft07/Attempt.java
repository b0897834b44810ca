// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Endpoint;
import java.util.List;
import java.util.Map;

/**
 * A request to be made, perhaps several times. Immutable.
 *
 * @param endpoint what is asked for
 * @param number what its payload differs in
 * @param keyLines the values of the key's header lines, as they go over the wire; none for no key
 * @param caller the header lines that say who calls
 */
record Attempt(Endpoint endpoint, long number, List<String> keyLines, Map<String, String> caller) {

    Attempt {
        keyLines = List.copyOf(keyLines);
        caller = Map.copyOf(caller);
    }

    /** The same with other key lines, or none. */
    Attempt withKeyLines(String... lines) {
        return new Attempt(endpoint, number, List.of(lines), caller);
    }

    /** The same with another payload. */
    Attempt withNumber(long other) {
        return new Attempt(endpoint, other, keyLines, caller);
    }

    /** The same from another caller. */
    Attempt by(Map<String, String> other) {
        return new Attempt(endpoint, number, keyLines, other);
    }
}
