// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Binding;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;

/** Giving keys back where nobody can be told that it did not work. */
final class Releases {

    private Releases() {}

    /** Gives a key back; if the store does not answer, the claim ends with its lease. */
    static void release(IdempotencyStore store, Binding binding, Ownership ownership) {
        try {
            if (store.release(ownership) == OwnerWrite.NOT_OWNER) {
                EngineLog.releaseRefused(binding);
            }
        } catch (RuntimeException unavailable) { // must not hide the exception of the operation
            EngineLog.releaseFailed(binding, unavailable);
        }
    }
}
