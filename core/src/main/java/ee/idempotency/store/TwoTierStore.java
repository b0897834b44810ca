// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Mark;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.Optional;

/**
 * A durable store behind a fast tier:
 *
 * <ol>
 *   <li><b>claim</b> asks the hot tier; what that does not know, the durable tier decides. An outcome it tells warms the hot
 *       tier; any other refusal takes the mark of this claim away.
 *   <li><b>complete, fail, release, renew</b> are the durable tier's. An outcome goes to the hot tier once it is committed;
 *       a lease is renewed there first, so that the hot tier forgets first.
 *   <li><b>lookup</b> is the durable tier's alone. <b>delete</b> removes the durable record, then what is kept of it.
 * </ol>
 */
class TwoTierStore implements IdempotencyStore {

    final HotTier hot;
    private final IdempotencyStore durable;

    TwoTierStore(HotTier hot, IdempotencyStore durable) {
        this.hot = hot;
        this.durable = durable;
    }

    @Override
    public Claim claim(ClaimRequest request) {
        Reply answer = hot.claim(request);
        if (answer instanceof Reply.Known known) {
            return known.claim();
        }
        Mark mark = ((Reply.Ask) answer).mark();
        if (mark == null) {
            return durable.claim(request);
        }
        boolean answered = false;
        try {
            Claim claim = durable.claim(request);
            learn(request, mark, claim);
            answered = true;
            return claim;
        } finally {
            if (!answered) {
                dropOwn(request, mark);
            }
        }
    }

    private void learn(ClaimRequest request, Mark mark, Claim claim) {
        if (claim instanceof Claim.Completed completed) {
            hot.warm(mark, completed.outcome());
        } else if (claim instanceof Claim.Failed failed) {
            hot.warm(mark, failed.outcome());
        } else if (!(claim instanceof Claim.Acquired)) {
            dropOwn(request, mark);
        }
    }

    /** The mark of another attempt is not ours to remove: it wants to keep its outcome for it. */
    final void dropOwn(ClaimRequest request, Mark mark) {
        if (mark.token().equals(request.ownerToken())) {
            hot.drop(mark);
        }
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return settle(ownership, outcome);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return settle(ownership, outcome);
    }

    @Override
    public OwnerWrite settle(Ownership ownership, Outcome outcome) {
        OwnerWrite written = durable.settle(ownership, outcome);
        if (written == OwnerWrite.APPLIED) {
            hot.keep(Mark.of(ownership), outcome);
        } else {
            hot.drop(Mark.of(ownership));
        }
        return written;
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        OwnerWrite written = durable.release(ownership);
        hot.drop(Mark.of(ownership));
        return written;
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        hot.renew(Mark.of(ownership), lease, retention);
        return durable.renew(ownership, lease, retention);
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return durable.lookup(recordKey);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StoreUnavailableException also if the durable record is gone but the hot tier could not be told, which may
     *     replay it until it expires there; delete it again
     */
    @Override
    public boolean delete(RecordKey recordKey) {
        boolean existed = durable.delete(recordKey);
        if (!hot.forget(recordKey)) {
            throw new StoreUnavailableException(
                    "Record [" + recordKey
                            + "] is deleted from the durable tier, but the hot tier does not answer and may"
                            + " replay it until it expires there; delete it again",
                    null);
        }
        return existed;
    }

    @Override
    public int sweep(int limit) {
        hot.sweep(limit);
        return durable.sweep(limit);
    }
}
