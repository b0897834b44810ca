// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.store.ForwardingStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A store in front of another that fails where a test says so, verb by verb, and remembers which verbs were called. With
 * it a test sees what an application answers while the store is away, and that its work ran neither then nor twice.
 * Thread-safe.
 */
public final class FaultyStore extends ForwardingStore {

    /** The verbs of a store, with those that are statements of the caller's transaction. */
    public enum Verb {
        CLAIM,
        CLAIM_IN_TRANSACTION,
        SETTLE_IN_TRANSACTION,
        IS_SETTLED_BY,
        COMPLETE,
        FAIL,
        RELEASE,
        RENEW,
        LOOKUP,
        DELETE,
        SWEEP
    }

    /** When a verb fails. */
    private enum Moment {
        BEFORE,
        AFTER
    }

    private record Fault(Moment moment, RuntimeException thrown) {}

    private final Map<Verb, Fault> faults = new ConcurrentHashMap<>();
    private final List<Verb> calls = new CopyOnWriteArrayList<>();

    /** Passes everything on to {@code store} until a fault is set. */
    public FaultyStore(IdempotencyStore store) {
        super(store);
    }

    /** From now on {@code verb} throws {@code fault} and does nothing. */
    public void failOn(Verb verb, RuntimeException fault) {
        faults.put(verb, new Fault(Moment.BEFORE, fault));
    }

    /**
     * From now on {@code verb} does its work and then throws {@link StoreUnavailableException}, as a store does whose answer
     * was lost.
     */
    public void loseTheAnswerTo(Verb verb) {
        faults.put(
                verb, new Fault(Moment.AFTER, new StoreUnavailableException("The answer was lost by the test", null)));
    }

    /** From now on every verb throws {@link StoreUnavailableException} and does nothing, as in an outage. */
    public void failOnEverything() {
        for (Verb verb : Verb.values()) {
            failOn(verb, new StoreUnavailableException("The store was taken away by the test", null));
        }
    }

    /** As {@link #failOnEverything}, but for one verb, which works. */
    public void failOnEverythingBut(Verb working) {
        failOnEverything();
        faults.remove(working);
    }

    /** Ends all faults. */
    public void recover() {
        faults.clear();
    }

    /** Returns the verbs called so far, in order, with those that failed. */
    public List<Verb> calls() {
        return List.copyOf(calls);
    }

    /** Those of the other store, with the faults; empty if it has none. */
    @Override
    public Optional<TransactionalVerbs> transactional() {
        return delegate().transactional().map(Joined::new);
    }

    /** The records of the other store, without faults. */
    @Override
    public Optional<RecordBrowser> records() {
        return delegate().records();
    }

    /** The changes of the other store, without faults. */
    @Override
    public Optional<AdministrativeVerbs> administrative() {
        return delegate().administrative();
    }

    private final class Joined implements TransactionalVerbs {

        private final TransactionalVerbs verbs;

        Joined(TransactionalVerbs verbs) {
            this.verbs = verbs;
        }

        @Override
        public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
            return call(Verb.CLAIM_IN_TRANSACTION, () -> verbs.claimInTransaction(request, lockWait));
        }

        @Override
        public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
            return call(Verb.SETTLE_IN_TRANSACTION, () -> verbs.settleInTransaction(ownership, outcome));
        }

        @Override
        public boolean isSettledBy(Ownership ownership, Outcome outcome) {
            return call(Verb.IS_SETTLED_BY, () -> verbs.isSettledBy(ownership, outcome));
        }
    }

    private <T> T call(Verb verb, Supplier<T> action) {
        calls.add(verb);
        Fault fault = faults.get(verb);
        if (fault != null && fault.moment() != Moment.AFTER) {
            throw fault.thrown();
        }
        T result = action.get();
        if (fault != null) {
            throw fault.thrown();
        }
        return result;
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return call(Verb.CLAIM, () -> super.claim(request));
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return call(Verb.COMPLETE, () -> super.complete(ownership, outcome));
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return call(Verb.FAIL, () -> super.fail(ownership, outcome));
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return call(Verb.RELEASE, () -> super.release(ownership));
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return call(Verb.RENEW, () -> super.renew(ownership, lease, retention));
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return call(Verb.LOOKUP, () -> super.lookup(recordKey));
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return call(Verb.DELETE, () -> super.delete(recordKey));
    }

    @Override
    public int sweep(int limit) {
        return call(Verb.SWEEP, () -> super.sweep(limit));
    }
}
