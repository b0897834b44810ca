// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.store.ForwardingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** A store that cannot be read, and says more than anybody may read. */
@ApplicationScoped
public class AbsentStore {

    @Produces
    @Singleton
    IdempotencyStore store() {
        return new ForwardingStore(new InMemoryIdempotencyStore(InstantSource.system(), 1)) {
            @Override
            public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
                throw new StoreUnavailableException("10.0.0.1 refused", new IllegalStateException());
            }
        };
    }
}
