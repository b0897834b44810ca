// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.KeyValueStore;

/** The map that the locked store is tested over keeps the rule of numbers. */
class MapKeyValueStoreTest extends KeyValueStoreContract {

    private final KeyValueStore values = new MapKeyValueStore(new SettableClock());

    @Override
    protected KeyValueStore values() {
        return values;
    }
}
