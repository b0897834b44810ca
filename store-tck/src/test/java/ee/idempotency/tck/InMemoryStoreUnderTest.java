// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.IdempotencyStore;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The in-memory store on a settable clock, perhaps behind a wrapper. */
final class InMemoryStoreUnderTest implements StoreUnderTest {

    private final SettableClock clock = new SettableClock();
    private final IdempotencyStore store;

    InMemoryStoreUnderTest() {
        this(UnaryOperator.identity());
    }

    InMemoryStoreUnderTest(UnaryOperator<IdempotencyStore> wrapper) {
        store = wrapper.apply(new InMemoryIdempotencyStore(clock, InMemoryIdempotencyStore.DEFAULT_CAPACITY));
    }

    @Override
    public IdempotencyStore store() {
        return store;
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }
}
