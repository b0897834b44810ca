// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.store.Stores;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A part of a store does all that a store does, and sees nothing of the other parts. */
@Requirement("S8")
class NamespacedStoreContractTest extends TransactionalStoreContract {

    private final SettableClock clock = new SettableClock();
    private final LockingStore shared =
            new LockingStore(new InMemoryIdempotencyStore(clock, InMemoryIdempotencyStore.DEFAULT_CAPACITY), clock);

    @Override
    protected TransactionalStoreUnderTest createStore() {
        return new Part();
    }

    private final class Part implements TransactionalStoreUnderTest {

        private final IdempotencyStore part = Stores.namespaced("shop", shared);

        @Override
        public IdempotencyStore store() {
            return part;
        }

        @Override
        public <T> T inTransaction(IdempotencyStore node, Callable<T> work) throws Exception {
            return shared.inTransaction(work);
        }

        @Override
        public void advance(Duration time) {
            clock.advance(time);
        }
    }

    @Test
    void applicationsThatShareAStoreDoNotSeeEachOther() {
        IdempotencyStore other = Stores.namespaced("billing", shared);
        ClaimRequest request = Requests.request("k");
        probe().acquireAndComplete(request, Requests.answer("of the shop"));

        assertThat(other.lookup(request.recordKey())).isEmpty();
        assertThat(other.delete(request.recordKey())).isFalse();
        assertThat(other.claim(Requests.repeat(request))).isInstanceOf(Claim.Acquired.class);
        assertThat(shared.claim(Requests.repeat(request)))
                .as("nor does one without a namespace")
                .isInstanceOf(Claim.Acquired.class);
        assertThat(probe().claim(Requests.repeat(request)))
                .isEqualTo(new Claim.Completed(Requests.answer("of the shop")));
    }
}
