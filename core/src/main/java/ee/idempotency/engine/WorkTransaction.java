// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Transactions.CommitFailedException;

/** The transaction that an attempt shares with its work: {@link OwnTransaction} or {@link CallersTransaction}. */
interface WorkTransaction {

    /** Whether it is no longer the thread's, although it was begun for the attempt. */
    boolean isGone();

    /** Whether something else than the attempt has rolled it back: the work, or a transaction manager's time-out. */
    boolean wasRolledBack();

    boolean isMarkedForRollback();

    void markForRollback();

    /** Commits it, if it was begun for the attempt. */
    void commit() throws CommitFailedException;

    /** Rolls it back, or makes sure that its owner does. Leaves a transaction alone that the work has begun instead. */
    void rollback();

    /** Whether it has ended after {@link #commit} or {@link #rollback}; otherwise its owner ends it later. */
    boolean endsWithAttempt();
}
