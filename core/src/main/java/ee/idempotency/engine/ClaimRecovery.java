// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Outcome;

/** What a transactional attempt holds outside the work's transaction, and what becomes of it when that is rolled back. */
interface ClaimRecovery {

    /** Gives the key back. */
    void giveBack();

    /**
     * Gives the key back too, after a commit that failed, and finds out by that whether it was committed after all. Waits
     * for a database that has yet to decide.
     *
     * @return whether the work's transaction was surely not committed, and never will be
     */
    boolean isSurelyUndone();

    /** Stores an outcome in transactions of its own, after the work's was rolled back. */
    void settleAlone(Outcome outcome);

    /** Wakes the node's other calls for this key. */
    void wakeOthers();
}
