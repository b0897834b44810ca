// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.shadow;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.store.ForwardingStore;
import ee.idempotency.testkit.FaultyStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** The store of the application, which fails or hangs when a test says so. */
@ApplicationScoped
public class SwitchedStore {

    private final FaultyStore faulty = new FaultyStore(new InMemoryIdempotencyStore(InstantSource.system(), 10_000));
    private final Gated store = new Gated(faulty);

    /** Holds claims back while its gate is closed. */
    private static final class Gated extends ForwardingStore {

        private volatile CountDownLatch gate = new CountDownLatch(0);

        Gated(IdempotencyStore store) {
            super(store);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            try {
                gate.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return super.claim(request);
        }
    }

    /** The store. */
    @Produces
    @Singleton
    public IdempotencyStore store() {
        return store;
    }

    /** From now on it works, fails or hangs. */
    void become(String state) {
        faulty.recover();
        store.gate.countDown();
        if (state.equals("fails")) {
            faulty.failOnEverything();
        } else if (state.equals("hangs")) {
            store.gate = new CountDownLatch(1);
        }
    }
}
