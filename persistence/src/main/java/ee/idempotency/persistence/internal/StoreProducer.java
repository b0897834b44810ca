// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.JoinsTransactions;
import ee.idempotency.spi.RecordDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the store of an application, from the settings of MicroProfile Config. */
@ApplicationScoped
public class StoreProducer {

    /** For the container. */
    public StoreProducer() {}

    /**
     * The store on these transactions.
     *
     * @throws InvalidSettingsException if the settings are wrong
     */
    @Produces
    @Singleton
    @JoinsTransactions
    IdempotencyStore store(NewTransaction transactions, CurrentTransaction current) {
        return new DurableStore(transactions, current, ConfiguredSettings.read());
    }

    /** The database of the store, for extensions with tables of their own. */
    @Produces
    @Singleton
    RecordDatabase database(NewTransaction transactions, CurrentTransaction current) {
        return new StoreDatabase(transactions, current);
    }
}
