// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.RecordDatabase;
import org.jspecify.annotations.Nullable;

/** The store's own transactions and connections, with its retries, for the tables of extensions. */
public final class StoreDatabase implements RecordDatabase {

    private final NewTransaction transactions;
    private final CurrentTransaction current;
    private final Retry retry = new Retry(System::nanoTime);

    /** On the transactions of the store. */
    public StoreDatabase(NewTransaction transactions, CurrentTransaction current) {
        this.transactions = transactions;
        this.current = current;
    }

    @Override
    public <T extends @Nullable Object> T inNew(RecordDatabase.SqlWork<T> work) {
        return retry.call(false, attempt -> transactions.call(attempt.upToTheCommit(work::run)));
    }

    @Override
    public <T extends @Nullable Object> T inCurrent(RecordDatabase.SqlWork<T> work) {
        return DurableStore.join(current, work::run);
    }
}
