// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.util.Random;

/** Chance that can be had again: {@code -Dfaults.seed=<number>}. */
final class Seed {

    private static final long VALUE = Long.getLong("faults.seed", System.nanoTime());

    private Seed() {}

    /** A sequence of its own for {@code purpose}; prints the seed. */
    static Random random(String purpose) {
        System.out.println("faults: " + purpose + " with -Dfaults.seed=" + VALUE);
        return new Random(VALUE ^ purpose.hashCode());
    }
}
