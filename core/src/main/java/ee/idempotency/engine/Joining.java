// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.Transactions;

/** What an attempt needs that shares a transaction with its work. */
record Joining(Transactions transactions) {

    /**
     * Checks that the call can be made here.
     *
     * @throws IllegalStateException if the store takes part in no transactions
     * @throws TransactionRolledBackException if the thread's transaction cannot be committed any more
     */
    void check(PendingCall call) {
        if (!call.store().isTransactional()) {
            throw new IllegalStateException("The mode " + call.options().mode() + " needs a store that takes part in"
                    + " transactions, such as idempotency-persistence; use INDEPENDENT with this one");
        }
        if (transactions.isOpen() && transactions.isMarkedForRollback()) {
            throw new TransactionRolledBackException(call.subject(), null);
        }
    }

    /**
     * The thread's transaction, or one that is begun now. From now on the call's events wait for its end.
     *
     * @param callersEnd what is to be done when a transaction has ended that was open before
     */
    WorkTransaction transaction(PendingCall call, Transactions.EndListener callersEnd) {
        WorkTransaction transaction =
                transactions.isOpen() ? new CallersTransaction(transactions) : OwnTransaction.begin(transactions);
        if (!transaction.endsWithAttempt()) {
            transactions.onEnd(wasCommitted -> {
                try {
                    callersEnd.ended(wasCommitted);
                } finally {
                    call.watch().ended(wasCommitted);
                }
            });
        }
        call.watch().defer();
        return transaction;
    }
}
