// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests with one trial at a time, after each of which no thread of the node stands at a gate or is inside a transaction. */
@ExtendWith(OneNode.class)
abstract class TrialFixture {

    final OneNode.Running node;
    Trial trial;

    TrialFixture(OneNode.Running node, String mode) {
        this.node = node;
        this.trial = new Trial(node, mode);
    }

    @AfterEach
    final void nothingIsLeft() {
        trial.open(trial.key); // a test that failed must not leave a thread at its gate to the next
        trial.assertNoTransactionIsLeft();
    }
}
