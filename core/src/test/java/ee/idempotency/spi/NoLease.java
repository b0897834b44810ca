// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.time.Duration;

/** A lease nobody asks. */
final class NoLease implements ClaimLease {

    @Override
    public Duration remaining() {
        return Duration.ZERO;
    }

    @Override
    public void renew() {
        throw new UnsupportedOperationException("not asked in this test");
    }

    @Override
    public boolean isLost() {
        return true;
    }
}
