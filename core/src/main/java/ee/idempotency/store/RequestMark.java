// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Mark;

/** The mark that a hot tier has for a request, which may have made it or met it. */
record RequestMark(HotTier hot, ClaimRequest request, Mark mark) {

    /**
     * Whether it has the fingerprint of the durable record. A request that accepts others marks with its own, and the record
     * it meets, or takes over, may have been claimed with another: kept under the mark, its outcome would be answered to
     * another payload.
     */
    boolean isAlike(Claim claim) {
        boolean first =
                claim instanceof Claim.Acquired acquired && acquired.ownership().attempt() == 1;
        return first || request.alsoAccepted().isEmpty();
    }

    /** The mark of another attempt is not ours to remove: it wants to keep its outcome for it. */
    void dropOwn() {
        if (mark.token().equals(request.ownerToken())) {
            hot.drop(mark);
        }
    }
}
