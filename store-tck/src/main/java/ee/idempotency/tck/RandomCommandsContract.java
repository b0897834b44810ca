// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import org.junit.jupiter.api.Test;

/**
 * Thousands of random commands against the store and a naive model of it at once; both must answer the same. Owners keep
 * every ownership they ever had, so that zombies of all ages write. The seeds are fixed, so a failure repeats.
 */
interface RandomCommandsContract extends StoreContract {

    /** How many commands one run has. */
    int COMMANDS = 2_000;

    @Test
    @Requirement("C1")
    @Requirement("C3")
    @Requirement("C9")
    @Requirement("C11")
    default void storeAgreesWithANaiveModelWhateverTheCommands() {
        new RandomCommands(probe(), 20260101L).run(COMMANDS);
    }

    @Test
    @Requirement("C1")
    @Requirement("C3")
    @Requirement("C13")
    default void storeAgreesWithANaiveModelOnAnotherSeed() {
        new RandomCommands(probe(), 4_181L).run(COMMANDS);
    }
}
