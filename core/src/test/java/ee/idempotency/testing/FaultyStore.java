// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testing;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.store.ForwardingStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A store that throws what a test says, verb by verb, and remembers which verbs were called. Not thread-safe. */
public final class FaultyStore extends ForwardingStore {

    /** The verbs of a store. */
    public enum Verb {
        CLAIM,
        COMPLETE,
        FAIL,
        RELEASE,
        RENEW,
        LOOKUP,
        DELETE,
        SWEEP
    }

    private final Map<Verb, RuntimeException> faults = new EnumMap<>(Verb.class);
    private final List<Verb> calls = new ArrayList<>();

    /** Passes everything on to {@code store} until a fault is set. */
    public FaultyStore(IdempotencyStore store) {
        super(store);
    }

    /** From now on {@code verb} throws {@code fault} and reaches nothing. */
    public void failOn(Verb verb, RuntimeException fault) {
        faults.put(verb, fault);
    }

    /** All faults are over. */
    public void recover() {
        faults.clear();
    }

    /** The verbs called so far, in order. */
    public List<Verb> calls() {
        return List.copyOf(calls);
    }

    private <T> T call(Verb verb, Supplier<T> action) {
        calls.add(verb);
        RuntimeException fault = faults.get(verb);
        if (fault != null) {
            throw fault;
        }
        return action.get();
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
