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
        Mark found = ((Reply.Ask) reply).mark();
        if (found == null) {
            return super.claim(request);
        }
        RequestMark mark = new RequestMark(hot, request, found);
        boolean answered = false;
        try {
            Claim claim = super.claim(request);
            learn(mark, claim);
            answered = true;
            return claim;
        } finally {
            if (!answered) {
                mark.dropOwn();
            }
        }
    }

    private void learn(RequestMark mark, Claim claim) {
        boolean alike = mark.isAlike(claim);
        if (alike && claim instanceof Claim.Completed completed) {
            hot.warm(mark.mark(), completed.outcome());
        } else if (alike && claim instanceof Claim.Failed failed) {
            hot.warm(mark.mark(), failed.outcome());
        } else if (!alike || !(claim instanceof Claim.Acquired)) {
            mark.dropOwn();
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
