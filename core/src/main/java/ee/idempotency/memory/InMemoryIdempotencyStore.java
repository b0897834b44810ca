// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.memory;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.ClaimRules;
import ee.idempotency.spi.ClaimRules.Decision;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.store.internal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records in this process: for tests, and for services on one node that may forget on restart. Bounded: when full,
 * the settled record that was used least recently goes first; a claim in progress never does, so a store that is full of
 * claims in progress refuses new ones.
 *
 * <p>Thread-safe; one lock, held for the length of a map access, or of a walk over all records in {@link #sweep} and
 * for each page of {@link #records()}.
 */
public final class InMemoryIdempotencyStore implements IdempotencyStore {

    /** How many records it holds by default. */
    public static final int DEFAULT_CAPACITY = 10_000;

    private final InstantSource clock;
    private final int capacity;
    private final Object lock = new Object();
    private final AuditTrail trail = new AuditTrail();
    private final Map<RecordKey, Entry> inProgress = new HashMap<>();
    private final Map<RecordKey, Entry> settled = new LinkedHashMap<>(); // the one used least recently first

    /**
     * A store.
     *
     * @param clock decides leases and retention
     * @param capacity the most records; at least 1
     */
    public InMemoryIdempotencyStore(InstantSource clock, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity is at least 1, not " + capacity);
        }
        this.clock = clock;
        this.capacity = capacity;
    }

    @Override
    public Claim claim(ClaimRequest request) {
        synchronized (lock) {
            Instant now = clock.instant();
            Entry entry = find(request.recordKey());
            if (entry == null) {
                return insert(request, now);
            }
            Decision decision = ClaimRules.decide(request, entry.found(now));
            if (decision instanceof Decision.Answer answer) {
                touch(request.recordKey());
                return answer.claim();
            }
            if (decision instanceof Decision.TakeOver) {
                Entry taken = entry.takenOver(request, now);
                inProgress.put(request.recordKey(), taken);
                return new Claim.Acquired(taken.ownership());
            }
            remove(request.recordKey());
            return insert(request, now);
        }
    }

    /** A claim is a use of the settled record it finds; a lookup is not, so the map cannot keep the order by itself. */
    private void touch(RecordKey recordKey) {
        Entry used = settled.remove(recordKey);
        if (used != null) {
            settled.put(recordKey, used);
        }
    }

    private Claim insert(ClaimRequest request, Instant now) {
        makeRoom();
        Entry entry = Entry.claimed(request, now);
        inProgress.put(request.recordKey(), entry);
        return new Claim.Acquired(entry.ownership());
    }

    private void makeRoom() {
        if (inProgress.size() + settled.size() < capacity) {
            return;
        }
        Iterator<RecordKey> leastRecentlyUsed = settled.keySet().iterator();
        if (!leastRecentlyUsed.hasNext()) {
            throw new StoreUnavailableException(
                    "The in-memory store is full of " + capacity
                            + " operations in progress; raise its capacity or shorten the leases",
                    null);
        }
        leastRecentlyUsed.next();
        leastRecentlyUsed.remove();
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return write(ownership, outcome);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return write(ownership, outcome);
    }

    private OwnerWrite write(Ownership ownership, Outcome outcome) {
        return ifOwned(ownership, entry -> {
            settled.put(ownership.recordKey(), entry.settled(outcome));
            return null;
        });
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return ifOwned(ownership, entry -> null);
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return ifOwned(ownership, entry -> entry.renewed(clock.instant(), lease, retention));
    }

    /** Replaces the claim by what {@code change} returns, or ends it if that is null. */
    private OwnerWrite ifOwned(Ownership ownership, UnaryOperator<@Nullable Entry> change) {
        synchronized (lock) {
            Entry entry = inProgress.get(ownership.recordKey());
            if (entry == null || !entry.isOwnedBy(ownership)) {
                return OwnerWrite.NOT_OWNER;
            }
            Entry changed = change.apply(entry);
            if (changed == null) {
                inProgress.remove(ownership.recordKey());
            } else {
                inProgress.put(ownership.recordKey(), changed);
            }
            return OwnerWrite.APPLIED;
        }
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        synchronized (lock) {
            Entry entry = find(recordKey);
            if (entry == null || entry.found(clock.instant()).isExpired()) {
                return Optional.empty();
            }
            return Optional.of(entry.toRecord());
        }
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        synchronized (lock) {
            return remove(recordKey);
        }
    }

    @Override
    public int sweep(int limit) {
        synchronized (lock) {
            Instant now = clock.instant();
            int inProgressSwept = sweep(inProgress, limit, now);
            return inProgressSwept + sweep(settled, limit - inProgressSwept, now);
        }
    }

    @Override
    public Optional<RecordBrowser> records() {
        return Optional.of(this::page);
    }

    @Override
    public Optional<AdministrativeVerbs> administrative() {
        return Optional.of(new Administration());
    }

    /** The audit trail is as short-lived as the records, and has the last 1000 changes. */
    private final class Administration implements AdministrativeVerbs {

        @Override
        public void change(RecordKey recordKey, int version, RecordChange change, ChangeNote note) {
            synchronized (lock) {
                Instant now = clock.instant();
                Entry entry = find(recordKey);
                if (entry == null || entry.found(now).isExpired()) {
                    throw RecordChange.stale(recordKey);
                }
                RecordBrowser.Summary before = RecordBrowser.Summary.of(entry.toRecord(), now);
                change.check(before, version);
                apply(recordKey, entry, change, now);
                trail.add(before, change, note, now);
            }
        }

        private void apply(RecordKey recordKey, Entry entry, RecordChange change, Instant now) {
            if (change instanceof RecordChange.ExpireLease) {
                inProgress.put(recordKey, entry.withExpiredLease(now));
            } else if (change instanceof RecordChange.Resolve resolve) {
                inProgress.remove(recordKey);
                settled.put(recordKey, entry.resolved(resolve.outcome(), now.plus(resolve.retention())));
            } else if (!(change instanceof RecordChange.Reveal)) {
                remove(recordKey);
            }
        }

        @Override
        public Optional<RecordBrowser.Summary> show(RecordKey recordKey) {
            synchronized (lock) {
                return lookup(recordKey).map(record -> RecordBrowser.Summary.of(record, clock.instant()));
            }
        }

        @Override
        public List<AuditEntry> audit(RecordKey recordKey, int limit) {
            synchronized (lock) {
                return trail.of(recordKey, limit);
            }
        }
    }

    private RecordBrowser.Page page(RecordBrowser.Filter filter, Optional<RecordBrowser.Position> after, int limit) {
        RecordBrowser.checkLimit(limit);
        synchronized (lock) {
            Stream<Entry> all = Stream.concat(inProgress.values().stream(), settled.values().stream());
            return EntryPages.page(all, clock.instant(), filter, after, limit);
        }
    }

    private static int sweep(Map<RecordKey, Entry> entries, int limit, Instant now) {
        int swept = 0;
        Iterator<Entry> all = entries.values().iterator();
        while (swept < limit && all.hasNext()) {
            if (all.next().found(now).isExpired()) {
                all.remove();
                swept++;
            }
        }
        return swept;
    }

    private @Nullable Entry find(RecordKey recordKey) {
        Entry claimed = inProgress.get(recordKey);
        return claimed != null ? claimed : settled.get(recordKey);
    }

    private boolean remove(RecordKey recordKey) {
        return inProgress.remove(recordKey) != null || settled.remove(recordKey) != null;
    }
}
