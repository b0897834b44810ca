// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.IdempotencyEvent.ReleaseFailed;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;

/** Giving keys back where nobody can learn that it did not work but the listeners. */
final class Releases {

    private Releases() {}

    /** Gives a key back; if the store does not answer, the claim ends with its lease. */
    static void release(PendingCall call, Ownership ownership) {
        try {
            if (call.store().release(ownership) == OwnerWrite.NOT_OWNER) {
                call.watch().report(new ReleaseFailed(call.watch().subject(), ownership.attempt(), null));
            }
        } catch (RuntimeException unavailable) { // must not hide the exception of the operation
            call.watch().report(new ReleaseFailed(call.watch().subject(), ownership.attempt(), unavailable));
        }
    }
}
