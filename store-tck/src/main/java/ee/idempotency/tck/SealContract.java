// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.spi.Outcome;
import org.junit.jupiter.api.Test;

/** Outcomes that the engine seals, into another text each time: a store keeps, compares and returns what it was given. */
interface SealContract extends StoreContract {

    @Test
    @Requirement("O1")
    default void sealedResultIsStoredSealedAndOpenedForARepeatOnEveryNode() {
        SealedCalls calls = new SealedCalls(probe());

        assertThat(calls.execute(0, "result", "secret")).isEqualTo("secret");

        for (int turn = 0; turn < 3; turn++) {
            assertThat(calls.execute(turn, "result", "twice"))
                    .as("repeat %s", turn)
                    .isEqualTo("secret");
        }
        assertThat(calls.sealed()).as("how often it was sealed").isEqualTo(1);
        assertThat(calls.record("result").outcome())
                .containsInstanceOf(Outcome.Completed.class)
                .hasValueSatisfying(stored -> assertThat(stored).isEqualTo(calls.lastSealed()));
    }

    @Test
    @Requirement("O1")
    default void sealedFailureIsStoredSealedAndOpenedForARepeatOnEveryNode() {
        SealedCalls calls = new SealedCalls(probe());

        assertThatThrownBy(() -> calls.fail("failure", "card 4242")).hasMessage("card 4242");

        for (int turn = 0; turn < 3; turn++) {
            int node = turn;
            assertThatThrownBy(() -> calls.execute(node, "failure", "twice"))
                    .isInstanceOfSatisfying(
                            PreviouslyFailedException.class,
                            failed -> assertThat(failed.failureMessage()).isEqualTo("card 4242"));
        }
        assertThat(calls.sealed()).as("how often it was sealed").isEqualTo(1);
        assertThat(calls.record("failure").outcome())
                .containsInstanceOf(Outcome.Failed.class)
                .hasValueSatisfying(stored -> assertThat(stored).isEqualTo(calls.lastSealed()));
    }
}
