// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.store.Stores;
import java.time.Duration;
import java.util.concurrent.Callable;

/** A hot tier in front of a store that takes part in transactions. */
@Requirement("S4")
class TwoTierStoreContractTest extends TransactionalStoreContract {

    @Override
    protected TransactionalStoreUnderTest createStore() {
        return new TwoTiers();
    }

    private static final class TwoTiers implements TransactionalStoreUnderTest {

        private final SettableClock clock = new SettableClock();
        private final LockingStore durable =
                new LockingStore(new InMemoryIdempotencyStore(clock, InMemoryIdempotencyStore.DEFAULT_CAPACITY), clock);
        private final EndOfTransactions transactions = new EndOfTransactions();
        private final IdempotencyStore store = Stores.twoTier(new MapHotTier(clock), durable, transactions);

        @Override
        public IdempotencyStore store() {
            return store;
        }

        @Override
        public <T> T inTransaction(IdempotencyStore node, Callable<T> work) throws Exception {
            return transactions.around(() -> durable.inTransaction(work));
        }

        @Override
        public boolean ownersClaimAgain() {
            return false;
        }

        @Override
        public void advance(Duration time) {
            clock.advance(time);
        }
    }
}
