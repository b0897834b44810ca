// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Transactions;
import ee.idempotency.spi.Transactions.CommitFailedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The transaction that an attempt shares with its work: begun for it, or found open. */
sealed interface WorkTransaction {

    /** Whether the work has ended it, which was not its business. */
    boolean isGone();

    boolean isMarkedForRollback();

    void markForRollback();

    /** Commits it, if it was begun for the attempt. */
    void commit() throws CommitFailedException;

    /** Rolls it back, or makes sure that its owner does. */
    void rollback();

    /** Whether it has ended after {@link #commit} or {@link #rollback}; otherwise its owner ends it later. */
    boolean endsWithAttempt();

    /** One that was begun for the attempt. */
    record Own(Transactions transactions, @Nullable Object key) implements WorkTransaction {

        static Own begin(Transactions transactions) {
            transactions.begin();
            return new Own(transactions, transactions.key());
        }

        @Override
        public boolean isGone() {
            return !Objects.equals(key, transactions.key());
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
            transactions.commit();
        }

        @Override
        public void rollback() {
            transactions.rollback();
        }

        @Override
        public boolean endsWithAttempt() {
            return true;
        }
    }

    /** One that was open before. */
    record Callers(Transactions transactions) implements WorkTransaction {

        @Override
        public boolean isGone() {
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
            // its owner does, and only then the caller of that owner hears of the answer
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
}
