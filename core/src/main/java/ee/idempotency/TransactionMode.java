// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/** How claim, work and outcome are divided into transactions. */
public enum TransactionMode {

    /**
     * The claim commits, the work runs and ends its own transactions, then the outcome commits. For work whose effects are
     * elsewhere, and for stores without transactions. Were the node to die between work and outcome, {@link OnLeaseLost}
     * decides. Costs 2 statements and 2 commits. Refused inside an open transaction.
     */
    INDEPENDENT,

    /**
     * The claim commits; work and outcome share one JTA transaction, so the effect and the outcome exist together or not
     * at all. A repeat learns at once that the first call is in progress. Costs 2 statements and 1 commit.
     */
    JOINED,

    /**
     * Claim, work and outcome are one JTA transaction with one commit. A repeat meanwhile waits, at most the lock wait,
     * and replays. Costs 2 statements and no commit. Not for long work: the transaction holds the key's row.
     */
    ONE_COMMIT;

    /** Whether the outcome is stored in the transaction of the work. */
    public boolean isTransactional() {
        return this != INDEPENDENT;
    }
}
