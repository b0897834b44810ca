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
import ee.idempotency.spi.TransactionalStore;
import ee.idempotency.spi.Transactions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With a durable tier that takes part in transactions. What happens in one reaches the hot tier once it has ended: an
 * outcome if it was committed. Inside one the hot tier tells outcomes only: whether a call still runs, the durable tier
 * says, which waits for it; and what that reads may be of this very transaction, so it warms nothing.
 */
final class JoinableTwoTierStore extends TwoTierStore implements TransactionalStore {

    private final TransactionalStore durable;
    private final Transactions transactions;

    JoinableTwoTierStore(HotTier hot, TransactionalStore durable, Transactions transactions) {
        super(hot, durable);
        this.durable = durable;
        this.transactions = transactions;
    }

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        Reply answer = hot.claim(request);
        if (answer instanceof Reply.Known known && !(known.claim() instanceof Claim.InProgress)) {
            return Optional.of(known.claim());
        }
        Mark mark = answer instanceof Reply.Ask ask ? ask.mark() : null;
        boolean acquired = false;
        try {
            Optional<Claim> claim = durable.claimInTransaction(request, lockWait);
            acquired = claim.filter(Claim.Acquired.class::isInstance).isPresent();
            return claim;
        } finally {
            end(request, mark, acquired);
        }
    }

    private void end(ClaimRequest request, @Nullable Mark mark, boolean acquired) {
        if (mark == null) {
            return;
        }
        if (!acquired) {
            dropOwn(request, mark);
            return;
        }
        transactions.onEnd(committed -> {
            if (!committed) {
                dropOwn(request, mark);
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
