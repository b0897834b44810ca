// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.util.List;
import java.util.Locale;

/** The transaction modes under test, each an operation of the witness. */
enum Mode {
    INDEPENDENT;

    private static final List<Mode> ALL = List.of(values());

    /** All modes in turn. */
    static Mode inTurn(int number) {
        return ALL.get(number % ALL.size());
    }

    /** The last part of the operation's path. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Does the mode promise one effect whatever dies? INDEPENDENT promises it only while nothing dies. */
    boolean exactlyOnce() {
        return this != INDEPENDENT;
    }
}
