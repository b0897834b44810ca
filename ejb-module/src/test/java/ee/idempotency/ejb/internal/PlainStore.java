// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.JoinsTransactions;
import ee.idempotency.store.ForwardingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** A store bean that is deployed and takes part in no transaction. */
@ApplicationScoped
public class PlainStore extends ForwardingStore {

    /** For the container. */
    public PlainStore() {
        super(new InMemoryIdempotencyStore(InstantSource.system(), 10));
    }

    /** One that declares to take part in transactions. */
    @JoinsTransactions
    @ApplicationScoped
    public static class Joinable extends PlainStore {}

    /** The same by a producer, whose type says nothing. */
    @ApplicationScoped
    public static class JoinableProduced {

        @Produces
        @ApplicationScoped
        @JoinsTransactions
        IdempotencyStore store() {
            return new PlainStore();
        }
    }

    /** A producer of one that takes part in none. */
    @ApplicationScoped
    public static class PlainProduced {

        @Produces
        @ApplicationScoped
        IdempotencyStore store() {
            return new PlainStore();
        }
    }
}
