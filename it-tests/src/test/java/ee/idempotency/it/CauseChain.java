// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is inside an exception: containers wrap what their beans throw. */
final class CauseChain {

    private CauseChain() {}

    static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return of(thrown).anyMatch(type::isInstance);
    }

    static String messages(Throwable thrown) {
        return of(thrown).map(Throwable::toString).collect(Collectors.joining("\n"));
    }

    private static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
