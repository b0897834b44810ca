// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.TransactionMode;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.spi.Transactions;

/** What an attempt needs that shares a transaction with its work. */
record Joining(IdempotencyStore store, Transactions transactions) {

    /**
     * What the store does inside a transaction.
     *
     * @throws IllegalStateException if it takes part in none
     * @throws TransactionRolledBackException if the thread's transaction cannot be committed any more
     */
    TransactionalVerbs checked(ClaimRequest request, TransactionMode mode) {
        TransactionalVerbs verbs = store.transactional()
                .orElseThrow(() -> new IllegalStateException(
                        "The mode " + mode + " needs a store that takes part in transactions, such"
                                + " as idempotency-persistence; use INDEPENDENT with this one"));
        if (transactions.isOpen() && transactions.isMarkedForRollback()) {
            throw new TransactionRolledBackException(request.binding().toString(), null);
        }
        return verbs;
    }

    /** The thread's transaction, or one that is begun now. */
    WorkTransaction transaction() {
        return transactions.isOpen()
                ? new WorkTransaction.Callers(transactions)
                : WorkTransaction.Own.begin(transactions);
    }
}
