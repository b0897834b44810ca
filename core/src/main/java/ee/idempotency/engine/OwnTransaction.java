// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Transactions;
import ee.idempotency.spi.Transactions.CommitFailedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transaction that was begun for an attempt. */
final class OwnTransaction implements WorkTransaction {

    private final Transactions transactions;
    private final @Nullable Object key;
    private volatile boolean ending;
    private volatile boolean rolledBack;

    private OwnTransaction(Transactions transactions) {
        this.transactions = transactions;
        this.key = transactions.key();
    }

    /** Begins it. A time-out may roll it back on any thread, so its end is listened for. */
    static OwnTransaction begin(Transactions transactions) {
        transactions.begin();
        try {
            OwnTransaction begun = new OwnTransaction(transactions);
            transactions.onEnd(committed -> begun.rolledBack = !committed && !begun.ending);
            return begun;
        } catch (RuntimeException | Error notKnown) {
            transactions.rollback();
            throw notKnown;
        }
    }

    @Override
    public boolean isGone() {
        return !Objects.equals(key, transactions.key());
    }

    @Override
    public boolean wasRolledBack() {
        return rolledBack;
    }

    @Override
    public boolean isMarkedForRollback() {
        return transactions.isMarkedForRollback();
    }

    @Override
    public void markForRollback() {
        if (!isGone()) {
            transactions.markForRollback();
        }
    }

    @Override
    public void commit() throws CommitFailedException {
        ending = true;
        transactions.commit();
    }

    @Override
    public void rollback() {
        ending = true;
        if (!isGone()) {
            transactions.rollback();
        }
    }

    @Override
    public boolean endsWithAttempt() {
        return true;
    }
}
