// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.IdempotencyStore;
import java.time.Duration;
import java.util.concurrent.Callable;

/** A {@link LockingStore} on a settable clock. */
final class LockingStoreUnderTest implements TransactionalStoreUnderTest {

    private final SettableClock clock = new SettableClock();
    private final LockingStore store;

    LockingStoreUnderTest(BrokenJoin broken) {
        store = broken.build(new InMemoryIdempotencyStore(clock, InMemoryIdempotencyStore.DEFAULT_CAPACITY), clock);
    }

    @Override
    public IdempotencyStore store() {
        return store;
    }

    @Override
    public <T> T inTransaction(IdempotencyStore node, Callable<T> work) throws Exception {
        return store.inTransaction(work);
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }
}
