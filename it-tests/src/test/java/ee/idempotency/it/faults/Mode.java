// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The transaction modes under test, each an operation of the witness. */
enum Mode {
    INDEPENDENT,
    JOINED,
    ONE_COMMIT;

    /** All, or those of {@code -Dfaults.modes=JOINED,ONE_COMMIT}. */
    private static final List<Mode> ALL = Stream.of(System.getProperty("faults.modes", "INDEPENDENT,JOINED,ONE_COMMIT")
                    .split(","))
            .map(Mode::valueOf)
            .toList();

    /** The modes under test. */
    static List<Mode> all() {
        return ALL;
    }

    /** The modes under test in turn. */
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
