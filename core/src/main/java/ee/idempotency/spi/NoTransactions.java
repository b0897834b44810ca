// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import org.jspecify.annotations.Nullable;

/** An environment without transactions. */
enum NoTransactions implements Transactions {
    INSTANCE;

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

    private static IllegalStateException none() {
        return new IllegalStateException("There is no transaction manager here; use the mode INDEPENDENT");
    }
}
