// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyException;
import ee.idempotency.InternalErrorException;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.StoreCalled;
import ee.idempotency.spi.IdempotencyEvent.Verb;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalVerbs;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How the engine asks its store: each call is reported, and what a store throws that it may not throw becomes an {@link
 * InternalErrorException}, so that only a store that does not answer counts as an outage. No store itself: nothing takes its
 * identity or capabilities from the one that was given.
 */
record StoreCalls(IdempotencyStore store, Consumer<IdempotencyEvent> events) {

    /** The same store, reporting to somewhere else. */
    StoreCalls reportingTo(Consumer<IdempotencyEvent> others) {
        return new StoreCalls(store, others);
    }

    boolean isTransactional() {
        return store.transactional().isPresent();
    }

    Claim claim(ClaimRequest request) {
        return call(Verb.CLAIM, () -> store.claim(request));
    }

    OwnerWrite settle(Ownership ownership, Outcome outcome) {
        return call(Verb.SETTLE, () -> store.settle(ownership, outcome));
    }

    OwnerWrite release(Ownership ownership) {
        return call(Verb.RELEASE, () -> store.release(ownership));
    }

    OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return call(Verb.RENEW, () -> store.renew(ownership, lease, retention));
    }

    Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return call(Verb.LOOKUP, () -> store.lookup(recordKey));
    }

    boolean delete(RecordKey recordKey) {
        return call(Verb.DELETE, () -> store.delete(recordKey));
    }

    int sweep(int limit) {
        return call(Verb.SWEEP, () -> store.sweep(limit));
    }

    Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        return call(Verb.CLAIM_IN_TRANSACTION, () -> verbs().claimInTransaction(request, lockWait));
    }

    OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
        return call(Verb.SETTLE_IN_TRANSACTION, () -> verbs().settleInTransaction(ownership, outcome));
    }

    boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return call(Verb.IS_SETTLED, () -> verbs().isSettledBy(ownership, outcome));
    }

    private TransactionalVerbs verbs() {
        return store.transactional().orElseThrow();
    }

    private <T> T call(Verb verb, Supplier<T> statement) {
        long before = System.nanoTime();
        T answer;
        try {
            answer = statement.get();
        } catch (RuntimeException | Error failure) {
            events.accept(new StoreCalled(verb, since(before), failure));
            if (failure instanceof IdempotencyException || failure instanceof Error) {
                throw failure;
            }
            throw new InternalErrorException(
                    "The store failed in its " + verb + ", and not because it is away", failure);
        }
        events.accept(new StoreCalled(verb, since(before), null));
        return answer;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
