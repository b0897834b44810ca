// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Mark;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.spi.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A durable store behind a fast tier:
 *
 * <ol>
 *   <li><b>claim</b> asks the hot tier; what that does not know, the durable tier decides. An outcome it reports warms the hot
 *       tier; any other refusal takes the mark of this claim away.
 *   <li><b>complete, fail, release, renew</b> are the durable tier's. An outcome goes to the hot tier once it is committed;
 *       a lease is renewed there first, so that the hot tier forgets first.
 *   <li><b>lookup</b> and the listing of records are the durable tier's alone. <b>delete</b> removes the durable record, then what is kept of it, and so does every administrative change.
 * </ol>
 */
final class TwoTierStore extends ForwardingStore {

    private final HotTier hot;
    private final Optional<TransactionalVerbs> transactional;

    TwoTierStore(HotTier hot, IdempotencyStore durable, Transactions transactions) {
        super(durable);
        this.hot = hot;
        this.transactional = durable.transactional().map(verbs -> new TwoTierVerbs(hot, verbs, transactions));
    }

    @Override
    public Claim claim(ClaimRequest request) {
        Reply reply = hot.claim(request);
        if (reply instanceof Reply.Known known) {
            return known.claim();
        }
        Mark mark = ((Reply.Ask) reply).mark();
        if (mark == null) {
            return super.claim(request);
        }
        boolean answered = false;
        try {
            Claim claim = super.claim(request);
            learn(request, mark, claim);
            answered = true;
            return claim;
        } finally {
            if (!answered) {
                dropOwn(hot, request, mark);
            }
        }
    }

    private void learn(ClaimRequest request, Mark mark, Claim claim) {
        boolean alike = isMarkedAlike(request, claim);
        if (alike && claim instanceof Claim.Completed completed) {
            hot.warm(mark, completed.outcome());
        } else if (alike && claim instanceof Claim.Failed failed) {
            hot.warm(mark, failed.outcome());
        } else if (!alike || !(claim instanceof Claim.Acquired)) {
            dropOwn(hot, request, mark);
        }
    }

    /**
     * Whether the mark has the fingerprint of the durable record. A request that accepts others marks with its own, and the
     * record it meets, or takes over, may have been claimed with another: kept under the mark, its outcome would be answered
     * to another payload.
     */
    static boolean isMarkedAlike(ClaimRequest request, Claim claim) {
        boolean first =
                claim instanceof Claim.Acquired acquired && acquired.ownership().attempt() == 1;
        return first || request.alsoAccepted().isEmpty();
    }

    /** The mark of another attempt is not ours to remove: it wants to keep its outcome for it. */
    static void dropOwn(HotTier hot, ClaimRequest request, Mark mark) {
        if (mark.token().equals(request.ownerToken())) {
            hot.drop(mark);
        }
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return settled(ownership, outcome, super.complete(ownership, outcome));
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return settled(ownership, outcome, super.fail(ownership, outcome));
    }

    private OwnerWrite settled(Ownership ownership, Outcome outcome, OwnerWrite written) {
        if (written == OwnerWrite.APPLIED) {
            hot.keep(Mark.of(ownership), outcome);
        } else {
            hot.drop(Mark.of(ownership));
        }
        return written;
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        OwnerWrite written = super.release(ownership);
        hot.drop(Mark.of(ownership));
        return written;
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        hot.renew(Mark.of(ownership), lease, retention);
        return super.renew(ownership, lease, retention);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StoreUnavailableException also if the durable record is gone but the hot tier did not answer, which may
     *     replay it until it expires there; delete it again
     */
    @Override
    public boolean delete(RecordKey recordKey) {
        boolean existed = super.delete(recordKey);
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
        return super.sweep(limit);
    }

    @Override
    public void reportTo(Consumer<IdempotencyEvent> events) {
        hot.reportTo(events);
        super.reportTo(events);
    }

    @Override
    public Optional<TransactionalVerbs> transactional() {
        return transactional;
    }

    @Override
    public Optional<RecordBrowser> records() {
        return delegate().records();
    }

    @Override
    public Optional<AdministrativeVerbs> administrative() {
        return delegate().administrative().map(verbs -> new TwoTierAdministration(hot, verbs));
    }
}
