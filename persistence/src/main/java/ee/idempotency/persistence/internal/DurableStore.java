// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verbs, each in a transaction of its own. Every statement is one of the checked model's: insert that reports a
 * duplicate, conditional takeover, conditional deletion of what has expired, writes that name the owner.
 */
public final class DurableStore implements IdempotencyStore {

    /** A claim that finds the record changed this many times in a row gives up. */
    private static final int LOOKS = 8;

    private final NewTransaction transactions;
    private final Retry retry = new Retry(System::nanoTime);
    private volatile @Nullable Statements statements;

    /** A store on the given transactions. */
    public DurableStore(NewTransaction transactions) {
        this.transactions = transactions;
    }

    @Override
    public Claim claim(ClaimRequest request) {
        for (int look = 1; look <= LOOKS; look++) {
            // repeatable: a claim that was committed without an answer is recognised by its owner token
            Optional<Claim> claim =
                    inTransaction(true, connection -> new ClaimStep(statements(connection), request).run(connection));
            if (claim.isPresent()) {
                return claim.get();
            }
        }
        throw new StoreUnavailableException(
                "Record [" + request.recordKey() + "] changed during each of " + LOOKS + " looks at it; try again",
                null);
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return settle(
                ownership, outcome, connection -> statements(connection).complete(connection, ownership, outcome));
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return settle(ownership, outcome, connection -> statements(connection).fail(connection, ownership, outcome));
    }

    private OwnerWrite settle(Ownership ownership, Outcome outcome, SqlWork<Boolean> write) {
        return ownerWrite(ownership, write, row -> row != null && row.wasSettledBy(ownership, outcome));
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return ownerWrite(
                ownership, connection -> statements(connection).release(connection, ownership), row -> row == null);
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return ownerWrite(
                ownership,
                connection -> statements(connection).renew(connection, ownership, lease, retention),
                row -> false);
    }

    /** Says what a record looks like after a write whose answer was lost. */
    private interface Trace {

        boolean isLeftIn(@Nullable Row row);
    }

    private OwnerWrite ownerWrite(Ownership ownership, SqlWork<Boolean> write, Trace trace) {
        boolean applied = retry.call(
                true,
                mayHaveHappened -> transactions.call(connection -> write.run(connection)
                        || (mayHaveHappened
                                && trace.isLeftIn(statements(connection).read(connection, ownership.recordKey())))));
        return applied ? OwnerWrite.APPLIED : OwnerWrite.NOT_OWNER;
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return inTransaction(true, connection -> statements(connection).lookup(connection, recordKey));
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return inTransaction(false, connection -> statements(connection).delete(connection, recordKey));
    }

    @Override
    public int sweep(int limit) {
        return inTransaction(false, connection -> statements(connection).sweep(connection, limit));
    }

    private <T extends @Nullable Object> T inTransaction(boolean isRepeatable, SqlWork<T> work) {
        return retry.call(isRepeatable, mayHaveHappened -> transactions.call(work));
    }

    /** Chosen once; two threads that choose at the same time choose alike. */
    private Statements statements(Connection connection) throws SQLException {
        Statements chosen = statements;
        if (chosen == null) {
            chosen = new Statements(Sql.of(connection));
            statements = chosen;
        }
        return chosen;
    }
}
