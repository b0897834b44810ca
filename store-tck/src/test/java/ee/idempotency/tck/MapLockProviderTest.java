// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.LockProvider;
import java.time.Duration;

/** The locks that the locked store is tested over are locks. */
class MapLockProviderTest extends LockProviderContract {

    private final SettableClock clock = new SettableClock();
    private final LockProvider locks = new MapLockProvider(clock);

    @Override
    protected LockProvider locks() {
        return locks;
    }

    @Override
    protected void endLocks() {
        clock.advance(Duration.ofMinutes(5));
    }
}
