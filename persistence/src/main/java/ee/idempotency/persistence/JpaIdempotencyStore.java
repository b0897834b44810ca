// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.persistence.internal.ConfiguredSettings;
import ee.idempotency.persistence.internal.CurrentTransaction;
import ee.idempotency.persistence.internal.DurableStore;
import ee.idempotency.persistence.internal.JtaCurrentTransaction;
import ee.idempotency.persistence.internal.JtaNewTransaction;
import ee.idempotency.persistence.internal.NewTransaction;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps records in the database of the persistence unit {@code idempotency}: PostgreSQL, MariaDB or H2, told by the
 * connection.
 *
 * <p>{@link #claimInTransaction} and {@link #settleInTransaction} are statements of the caller's transaction, on the
 * connection its other statements use: they take none of their own, and are never tried again. Every other verb is a
 * transaction of its own, whatever the caller has open; a caller's open transaction is suspended meanwhile and keeps its
 * connection, so the pool needs two for it.
 *
 * <ul>
 *   <li>A claim is one statement, a replay too; complete, fail, release and renew are one each. A takeover is two; a
 *       claim in place of an expired record three. A JSON form, if {@link StoreSettings#QUERYABLE_JSON} asks for it, is
 *       written by the statement that completes, and by no other.
 *   <li>All times are the database's. Nodes may disagree about the time by hours.
 *   <li>What the database gives up in favour of another transaction, or loses the connection of, is tried again, at most
 *       four times in about a second. Whether a try whose answer was lost had been committed is read from the row.
 *   <li>It is made for READ COMMITTED, the default of both databases.
 *   <li>On PostgreSQL no statement in a transaction of its own waits longer than two seconds for a lock; a claim in the
 *       caller's waits as long as it is told, altogether, and leaves {@code lock_timeout} as it was. H2 waits as long as
 *       the database's {@code LOCK_TIMEOUT} says. {@link #settleInTransaction} sets no limit of its own: nobody else
 *       normally holds the row, and where somebody does the limits of the caller's transaction apply.
 *   <li>For a database that hangs set the driver's {@code socketTimeout}, for an owner that stops inside its transaction
 *       {@code idle_in_transaction_session_timeout}.
 * </ul>
 *
 * <p>Thread-safe. Needs Hibernate ORM as the persistence provider.
 */
@ApplicationScoped
public class JpaIdempotencyStore implements TransactionalStore {

    private final DurableStore store;

    /**
     * A store on the given transactions, with the settings of MicroProfile Config.
     *
     * @throws InvalidSettingsException if they are wrong
     */
    @Inject
    public JpaIdempotencyStore(NewTransaction transactions, CurrentTransaction current) {
        this(transactions, current, ConfiguredSettings.read());
    }

    /** A store on the given transactions. */
    public JpaIdempotencyStore(NewTransaction transactions, CurrentTransaction current, StoreSettings settings) {
        store = new DurableStore(transactions, current, settings);
    }

    /** For the container's proxies, which never use it. */
    protected JpaIdempotencyStore() {
        this(new JtaNewTransaction(), new JtaCurrentTransaction(), StoreSettings.DEFAULTS);
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return store.claim(request);
    }

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        return store.claimInTransaction(request, lockWait);
    }

    @Override
    public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
        return store.settleInTransaction(ownership, outcome);
    }

    @Override
    public boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return store.isSettledBy(ownership, outcome);
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return store.complete(ownership, outcome);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return store.fail(ownership, outcome);
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return store.release(ownership);
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return store.renew(ownership, lease, retention);
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return store.lookup(recordKey);
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return store.delete(recordKey);
    }

    @Override
    public int sweep(int limit) {
        return store.sweep(limit);
    }
}
