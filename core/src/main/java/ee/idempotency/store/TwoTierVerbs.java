// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Mark;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.spi.Transactions;
import java.time.Duration;
import java.util.Optional;

/**
 * What two tiers do inside a transaction of the durable one. What happens in one reaches the hot tier once it has ended: an
 * outcome if it was committed. Inside one the hot tier reports outcomes only: whether a call still runs, the durable tier
 * reports, which waits for it; and what that reads may be of this very transaction, so it warms nothing.
 */
record TwoTierVerbs(HotTier hot, TransactionalVerbs durable, Transactions transactions) implements TransactionalVerbs {

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        Reply reply = hot.claim(request);
        if (reply instanceof Reply.Known known && !(known.claim() instanceof Claim.InProgress)) {
            return Optional.of(known.claim());
        }
        Mark found = reply instanceof Reply.Ask ask ? ask.mark() : null;
        if (found == null) {
            return durable.claimInTransaction(request, lockWait);
        }
        RequestMark mark = new RequestMark(hot, request, found);
        boolean acquired = false;
        try {
            Optional<Claim> claim = durable.claimInTransaction(request, lockWait);
            acquired = claim.filter(Claim.Acquired.class::isInstance)
                    .filter(mark::isAlike)
                    .isPresent();
            return claim;
        } finally {
            end(mark, acquired);
        }
    }

    private void end(RequestMark mark, boolean acquired) {
        if (!acquired) {
            mark.dropOwn();
            return;
        }
        transactions.onEnd(committed -> {
            if (!committed) {
                mark.dropOwn();
            }
        });
    }

    @Override
    public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
        OwnerWrite written = durable.settleInTransaction(ownership, outcome);
        if (written == OwnerWrite.APPLIED) {
            transactions.onEnd(committed -> {
                if (committed) {
                    hot.keep(Mark.of(ownership), outcome);
                }
            });
        }
        return written;
    }

    @Override
    public boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return durable.isSettledBy(ownership, outcome);
    }
}
