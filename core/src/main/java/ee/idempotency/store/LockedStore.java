// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.ClaimRules;
import ee.idempotency.spi.ClaimRules.Decision;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.KeyValueStore;
import ee.idempotency.spi.LockProvider;
import ee.idempotency.spi.LockProvider.HeldLock;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.store.internal.Entry;
import ee.idempotency.store.internal.EntryFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store over values and locks. Each verb but {@link #lookup} is, under the lock of its key:
 *
 * <ol>
 *   <li>read the value;
 *   <li>decide, as every store does ({@link ClaimRules});
 *   <li>write what comes of it with the number of the lock, also where nothing changes;
 *   <li>ask whether the lock is still held, and only then answer.
 * </ol>
 *
 * <p>Why that is enough, whenever a holder stalls: where step 4 says yes, nobody else had the lock until after the write, so
 * every later holder reads it. Where it says no, the caller gets an exception, and its write may arrive at any time; but
 * the next holder that answered has written with a higher number, which a late write cannot replace. That is why step 3
 * writes what it has read, too: an answer that was given would otherwise be changed afterwards.
 */
final class LockedStore implements IdempotencyStore {

    private final KeyValueStore values;
    private final LockProvider locks;
    private final Duration lockLease;
    private final Duration lockWait;

    LockedStore(KeyValueStore values, LockProvider locks, Duration lockLease, Duration lockWait) {
        this.values = values;
        this.locks = locks;
        this.lockLease = lockLease;
        this.lockWait = lockWait;
    }

    /** What a verb answers, and what it leaves: null for no record. */
    private record Step<T>(T answer, @Nullable Entry left) {}

    private interface Verb<T> {
        Step<T> decide(@Nullable Entry found);
    }

    /** A verb that must do with values that cannot be read, too. */
    private interface RawVerb<T> {
        Step<T> decide(Optional<Bytes> found);
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return locked(request.recordKey(), found -> decide(request, found));
    }

    private Step<Claim> decide(ClaimRequest request, @Nullable Entry found) {
        Instant now = values.now();
        if (found == null) {
            return acquired(Entry.claimed(request, now));
        }
        Decision decision = ClaimRules.decide(request, found.found(now));
        if (decision instanceof Decision.Answer answer) {
            return new Step<>(answer.claim(), found);
        }
        return acquired(
                decision instanceof Decision.TakeOver ? found.takenOver(request, now) : Entry.claimed(request, now));
    }

    private static Step<Claim> acquired(Entry entry) {
        return new Step<>(new Claim.Acquired(entry.ownership()), entry);
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return write(ownership, entry -> entry.settled(outcome));
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return write(ownership, entry -> entry.settled(outcome));
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return write(ownership, entry -> null);
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return write(ownership, entry -> entry.renewed(values.now(), lease, retention));
    }

    private OwnerWrite write(Ownership ownership, UnaryOperator<@Nullable Entry> change) {
        return locked(
                ownership.recordKey(),
                found -> found != null && found.isOwnedBy(ownership)
                        ? new Step<>(OwnerWrite.APPLIED, change.apply(found))
                        : new Step<>(OwnerWrite.NOT_OWNER, found));
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return lockedRaw(recordKey, found -> new Step<>(found.isPresent(), null));
    }

    /** A plain read: it may show a write whose caller got an exception, and which the next verb replaces. */
    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        Entry found = read(recordKey);
        return found == null || isExpired(found) ? Optional.empty() : Optional.of(found.toRecord());
    }

    @Override
    public int sweep(int limit) {
        int swept = 0;
        try (Stream<RecordKey> keys = values.keys()) {
            Iterator<RecordKey> all = keys.iterator();
            while (swept < limit && all.hasNext()) {
                swept += sweep(all.next()) ? 1 : 0;
            }
        }
        return swept;
    }

    /** Looks before it locks: most records have not expired. A damaged one stays until an operator deletes it. */
    private boolean sweep(RecordKey recordKey) {
        try {
            Entry seen = read(recordKey);
            return seen != null && isExpired(seen) && locked(recordKey, this::sweep);
        } catch (DamagedRecordException left) {
            return false;
        }
    }

    private Step<Boolean> sweep(@Nullable Entry found) {
        boolean over = found != null && isExpired(found);
        return new Step<>(over, over ? null : found);
    }

    private boolean isExpired(Entry entry) {
        return entry.found(values.now()).isExpired();
    }

    private @Nullable Entry read(RecordKey recordKey) {
        return decoded(recordKey, values.get(recordKey));
    }

    private static @Nullable Entry decoded(RecordKey recordKey, Optional<Bytes> value) {
        return value.isEmpty() ? null : EntryFormat.read(recordKey, value.get());
    }

    private <T> T locked(RecordKey recordKey, Verb<T> verb) {
        return lockedRaw(recordKey, value -> verb.decide(decoded(recordKey, value)));
    }

    private <T> T lockedRaw(RecordKey recordKey, RawVerb<T> verb) {
        try (HeldLock lock = lock(recordKey)) {
            Step<T> step = verb.decide(values.get(recordKey));
            Entry left = step.left();
            if (left == null) {
                values.remove(recordKey, lock.number());
            } else {
                values.put(recordKey, EntryFormat.write(left), lock.number());
            }
            if (!lock.isHeld()) {
                throw new StoreUnavailableException(
                        "The lock of record [" + recordKey
                                + "] was lost before its write was known to count; the node stalled,"
                                + " or the stores take longer than the lock's lease of " + lockLease,
                        null);
            }
            return step.answer();
        }
    }

    private HeldLock lock(RecordKey recordKey) {
        return locks.lock(recordKey, lockLease, lockWait)
                .orElseThrow(() -> new StoreUnavailableException(
                        "The lock of record [" + recordKey + "] was not free within " + lockWait, null));
    }
}
