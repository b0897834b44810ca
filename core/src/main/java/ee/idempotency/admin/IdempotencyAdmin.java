// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.DamagedRecordException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Page;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Administration: what operators look at and change. A bean. It checks no rights: what offers it to people does, and gives
 * their names to the audit trail.
 *
 * <p>Every change names the version that the operator was shown, and is refused if the record is at another: {@link
 * ChangeRefusedException}, whose reasons say what to do. It is done with its entry in the audit trail or not at all, reaches
 * every tier, and is a line of the log without key, caller or reason. An operation that still runs is
 * not stopped: its owner is refused its next write.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store does not answer; see {@link
 * AdministrativeVerbs#change} for what may be done then. Thread-safe.
 */
public final class IdempotencyAdmin {

    /** The most records that one list or the statistics look at. */
    public static final int MAX_VISITED = 20_000;

    private static final int SHOWN_ENTRIES = 100;

    private final IdempotencyEngine engine;
    private final IdempotencyStore store;
    private final OutcomeSeal seal;
    private final Duration retention;
    private final int sweepBatch;

    /**
     * Administration of a store.
     *
     * @param engine of the application
     * @param store the engine's
     * @param seal the engine's: an outcome that an operator brings is sealed as any other
     * @param retention how long such an outcome is replayed at least, from then on
     * @param sweepBatch the most records that one batch of a sweep deletes
     */
    public IdempotencyAdmin(
            IdempotencyEngine engine, IdempotencyStore store, OutcomeSeal seal, Duration retention, int sweepBatch) {
        this.engine = engine;
        this.store = store;
        this.seal = seal;
        this.retention = retention;
        this.sweepBatch = sweepBatch;
    }

    /** Whether the store can be administered; where it cannot, every other method throws {@link IllegalStateException}. */
    public boolean isAvailable() {
        return store.records().isPresent() && store.administrative().isPresent();
    }

    /**
     * Records that the filter lists, from where the last part ended. Looks at {@code limit} records at a time, until it has
     * found some or has looked at {@value #MAX_VISITED}; so a part may be empty and still have a next one.
     *
     * @param limit 1 to {@value RecordBrowser#MAX_PAGE}
     * @throws IllegalArgumentException if it is not
     */
    public Listing find(Filter filter, Optional<Position> after, int limit) {
        int visited = 0;
        Optional<Position> position = after;
        while (true) {
            Page page = records().page(filter, position, limit);
            visited += page.visited();
            if (!page.records().isEmpty() || page.next().isEmpty() || visited + limit > MAX_VISITED) {
                return new Listing(page.records().stream().map(RecordView::of).toList(), visited, page.next());
            }
            position = page.next();
        }
    }

    /** One record with what is said of its outcome, and its audit trail; empty if there is none, or it has expired. */
    public Optional<Inspection> inspect(RecordKey recordKey) {
        return verbs().show(recordKey).map(this::inspection);
    }

    private Inspection inspection(Summary record) {
        Optional<OutcomeView> outcome = Optional.empty();
        boolean isDamaged = false;
        try {
            outcome = store.lookup(record.recordKey())
                    .flatMap(IdempotencyRecord::outcome)
                    .map(OutcomeView::of);
        } catch (DamagedRecordException damaged) {
            isDamaged = true;
        }
        return new Inspection(RecordView.of(record), outcome, isDamaged, audit(record.recordKey()));
    }

    /** What was done to a record and to earlier ones of its key, the newest first; also where the record is gone. */
    public List<AuditEntry> audit(RecordKey recordKey) {
        return verbs().audit(recordKey, SHOWN_ENTRIES);
    }

    /**
     * Gives the key of a claim back whose lease has run out: the next call runs, as attempt 1.
     *
     * @throws ChangeRefusedException also if the lease runs, or the operation must not run again ({@link #resolve} it)
     */
    public void release(RecordKey recordKey, int version, ChangeNote note) {
        change(recordKey, version, new RecordChange.Release(), note);
    }

    /**
     * Ends the lease of a claim whose owner is known to be dead; then the next call takes over, or the record is to be
     * resolved. An owner that lives after all is refused its outcome.
     *
     * @throws ChangeRefusedException also if the lease has run out, or the record is settled
     */
    public void expireLease(RecordKey recordKey, int version, ChangeNote note) {
        change(recordKey, version, new RecordChange.ExpireLease(), note);
    }

    /**
     * Stores how an operation ended whose owner fell silent, as somebody has found out elsewhere: repeats get that.
     *
     * @param outcome an answer, or a failure
     * @throws ChangeRefusedException also if the lease runs, or the record is settled
     */
    public void resolve(RecordKey recordKey, int version, Outcome outcome, ChangeNote note) {
        Summary record = verbs().show(recordKey).orElseThrow(() -> RecordChange.stale(recordKey));
        Outcome sealed = seal.prepare(place(record)).seal(outcome);
        change(recordKey, version, new RecordChange.Resolve(sealed, retention), note);
    }

    /**
     * Gives the key of a claim back, because its operation is known to have had no effect: the next call runs, under {@code
     * NEVER_RE_EXECUTE} too.
     *
     * @throws ChangeRefusedException also if the lease runs, or the record is settled
     */
    public void neverHappened(RecordKey recordKey, int version, ChangeNote note) {
        change(recordKey, version, new RecordChange.NeverHappened(), note);
    }

    /**
     * Removes a settled record, such as one with a wrong answer: the next call runs.
     *
     * @throws ChangeRefusedException also if the record is in progress
     */
    public void delete(RecordKey recordKey, int version, ChangeNote note) {
        change(recordKey, version, new RecordChange.Delete(), note);
    }

    /**
     * The outcome itself, opened; that somebody looked is in the audit trail first.
     *
     * @throws ChangeRefusedException also if the record is in progress
     * @throws DamagedRecordException if the outcome cannot be trusted
     */
    public Outcome reveal(RecordKey recordKey, int version, ChangeNote note) {
        change(recordKey, version, new RecordChange.Reveal(), note);
        IdempotencyRecord record = store.lookup(recordKey).orElseThrow(() -> RecordChange.stale(recordKey));
        Outcome stored = record.outcome().orElseThrow(() -> RecordChange.stale(recordKey));
        OutcomeSeal.Place place = new OutcomeSeal.Place(
                recordKey, record.binding().tenant(), record.binding().operation());
        return seal.open(place, stored);
    }

    /** Deletes expired records of the whole store, as the timer does; how many. */
    public long sweep(String actor) {
        long swept = engine.sweep(sweepBatch);
        AdminLog.swept(actor, swept);
        return swept;
    }

    /** Counts the records, up to {@value #MAX_VISITED}. */
    public Statistics statistics() {
        Statistics.Counter counter = new Statistics.Counter();
        int visited = 0;
        Optional<Position> position = Optional.empty();
        do {
            Page page = records().page(Filter.ALL, position, RecordBrowser.MAX_PAGE);
            page.records().forEach(counter::add);
            visited += page.visited();
            position = page.next();
        } while (position.isPresent() && visited < MAX_VISITED);
        return new Statistics(counter.counts(), visited, position.isEmpty());
    }

    private void change(RecordKey recordKey, int version, RecordChange change, ChangeNote note) {
        verbs().change(recordKey, version, change, note);
        AdminLog.changed(recordKey, change, note);
    }

    private static OutcomeSeal.Place place(Summary record) {
        return new OutcomeSeal.Place(
                record.recordKey(), record.binding().tenant(), record.binding().operation());
    }

    private RecordBrowser records() {
        return store.records().orElseThrow(IdempotencyAdmin::unavailable);
    }

    private AdministrativeVerbs verbs() {
        return store.administrative().orElseThrow(IdempotencyAdmin::unavailable);
    }

    private static IllegalStateException unavailable() {
        return new IllegalStateException(
                "This store cannot be administered: the durable one can through its persistence unit"
                        + " (idempotency.database-access=jpa), not through a data source; the one in memory can");
    }
}
