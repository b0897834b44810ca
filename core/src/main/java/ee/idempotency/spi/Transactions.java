// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import org.jspecify.annotations.Nullable;

/**
 * The transactions of the calling thread: JTA in a container. The engine begins and ends them around the work, so that
 * adapters and stores share them without knowing each other. Thread-safe.
 */
public interface Transactions {

    /** Whether the calling thread is inside a transaction, whatever its state. */
    boolean isOpen();

    /** Distinguishes the open transaction from others; null if there is none. */
    @Nullable
    Object key();

    /**
     * Begins one on the calling thread.
     *
     * @throws IllegalStateException if that is not possible here; the message says why
     */
    void begin();

    /**
     * Commits the one begun. Afterwards the thread has none, whatever happened.
     *
     * @throws CommitFailedException if it was not committed, or nobody knows
     */
    void commit() throws CommitFailedException;

    /** Rolls back the one begun. Afterwards the thread has none. Never throws. */
    void rollback();

    /** Makes sure that the open transaction cannot be committed. */
    void markForRollback();

    /** Whether the open transaction cannot be committed any more. */
    boolean isMarkedForRollback();

    /** Notifies {@code listener} when the open transaction has ended. */
    void onEnd(EndListener listener);

    /** Learns of the end of a transaction. */
    @FunctionalInterface
    interface EndListener {

        /** It has ended; on any thread, where no transaction may be begun. */
        void ended(boolean committed);
    }

    /** A commit that went wrong. */
    final class CommitFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        /**
         * A failure. It does not say how the transaction ended: after a lost connection a transaction manager may report a
         * rollback of what the database commits.
         */
        public CommitFailedException(@Nullable Throwable cause) {
            super("The commit failed", cause);
        }
    }

    /** Where there are none; only the mode {@code INDEPENDENT} runs there. */
    Transactions NONE = new Transactions() {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public @Nullable Object key() {
            return null;
        }

        @Override
        public void begin() {
            throw none();
        }

        @Override
        public void commit() {
            throw none();
        }

        @Override
        public void rollback() {
            throw none();
        }

        @Override
        public void markForRollback() {
            throw none();
        }

        @Override
        public boolean isMarkedForRollback() {
            return false;
        }

        @Override
        public void onEnd(EndListener listener) {
            throw none();
        }

        private IllegalStateException none() {
            return new IllegalStateException("There is no transaction manager here; use the mode INDEPENDENT");
        }
    };
}
