// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

/**
 * How much of each fault: the short set, part of every build, or with {@code -Dfaults.set=long} the long one, whose figures
 * are in docs/reliability.md.
 */
final class Counts {

    private static final boolean LONG = "long".equals(System.getProperty("faults.set"));

    static final int NODE_KILLS = of(2, 32);
    static final int KEYS_A_NODE_KILL = of(120, 960);
    static final int DATABASE_KILLS = of(3, 100);
    static final int KEYS_A_DATABASE_KILL = of(90, 150);
    static final int STORM_CLIENTS = of(16, 128);
    static final int STORM_KEYS = of(60, 1_000);
    static final int RACE_CLIENTS = of(16, 32);
    static final int RACE_KEYS = of(60, 1_000);
    static final int PAUSES = of(1, 50);
    static final int LOST_COMMITS = of(9, 200);
    /** Every offset, or every so many; a prime, so that all parts of the answer are met. */
    static final int OFFSET_STEP = of(23, 1);

    static final int DATABASE_STOPS = of(1, 20);
    static final int CLOCK_KEYS = of(150, 10_000);

    private Counts() {}

    /** How long something may take: the figure itself in the long set, three times as long on a machine that builds. */
    static long millis(long figure) {
        return LONG ? figure : 3 * figure;
    }

    private static int of(int shortSet, int longSet) {
        return LONG ? longSet : shortSet;
    }
}
