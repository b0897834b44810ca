// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;

/** The writes that only an owner may do. */
enum OwnerVerb {
    COMPLETE {
        @Override
        OwnerWrite apply(IdempotencyStore store, Ownership by) {
            return store.complete(by, Requests.answer("of " + by.ownerToken()));
        }
    },
    FAIL {
        @Override
        OwnerWrite apply(IdempotencyStore store, Ownership by) {
            return store.fail(by, Requests.failure("failure"));
        }
    },
    RELEASE {
        @Override
        OwnerWrite apply(IdempotencyStore store, Ownership by) {
            return store.release(by);
        }
    },
    RENEW {
        @Override
        OwnerWrite apply(IdempotencyStore store, Ownership by) {
            return store.renew(by, StoreContract.LEASE.multipliedBy(2), StoreContract.RETENTION.multipliedBy(2));
        }
    };

    abstract OwnerWrite apply(IdempotencyStore store, Ownership by);
}
