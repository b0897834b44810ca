// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.store.Stores;
import java.time.Duration;

/** Values without conditional writes, and locks, make a store; two nodes of it share nothing but those. */
@Requirement("O7")
class LockedStoreContractTest extends IdempotencyStoreContract {

    @Override
    protected StoreUnderTest createStore() {
        SettableClock clock = new SettableClock();
        MapKeyValueStore values = new MapKeyValueStore(clock);
        MapLockProvider locks = new MapLockProvider(clock);
        IdempotencyStore store = Stores.locked(values, locks);
        IdempotencyStore otherNode = Stores.locked(values, locks);
        return new StoreUnderTest() {

            @Override
            public IdempotencyStore store() {
                return store;
            }

            @Override
            public IdempotencyStore otherNode() {
                return otherNode;
            }

            @Override
            public void advance(Duration time) {
                clock.advance(time);
            }
        };
    }
}
