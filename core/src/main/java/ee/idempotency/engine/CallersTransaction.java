// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Transactions;

/** A transaction that was open before the attempt. */
record CallersTransaction(Transactions transactions) implements WorkTransaction {

    @Override
    public boolean isGone() {
        return false;
    }

    @Override
    public boolean wasRolledBack() {
        return false;
    }

    @Override
    public boolean isMarkedForRollback() {
        return transactions.isMarkedForRollback();
    }

    @Override
    public void markForRollback() {
        transactions.markForRollback();
    }

    @Override
    public void commit() {
        // its owner does, and only then the caller of that owner gets the result
    }

    @Override
    public void rollback() {
        transactions.markForRollback();
    }

    @Override
    public boolean endsWithAttempt() {
        return false;
    }
}
