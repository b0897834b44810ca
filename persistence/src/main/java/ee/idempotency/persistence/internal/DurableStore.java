// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.IdempotencyException;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verbs, each in a transaction of its own but for the two that say otherwise. Every statement is one of the checked
 * model's: insert that reports a duplicate, conditional takeover, conditional deletion of what has expired, writes that
 * name the owner.
 */
public final class DurableStore implements IdempotencyStore, TransactionalVerbs {

    /** A claim that finds the record changed this many times in a row gives up. */
    private static final int MAX_CLAIM_TRIES = 8;

    private final NewTransaction transactions;
    private final CurrentTransaction current;
    private final @Nullable JsonForm json;
    private final Retry retry = new Retry(System::nanoTime);
    private final ChosenStatements statements = new ChosenStatements();
    private final Optional<RecordBrowser> records;
    private final Optional<AdministrativeVerbs> administrative;

    /** A store on the given transactions. */
    public DurableStore(NewTransaction transactions, CurrentTransaction current, StoreSettings settings) {
        this.transactions = transactions;
        this.current = current;
        this.json = settings.queryableJson() ? new JsonForm() : null;
        Optional<EntityAccess> entities = transactions.entities().map(begun -> new EntityAccess(begun, statements));
        // no method references: these load the classes, and without entities there is no JPA to load them with
        this.administrative = entities.map(access -> new EntityAdministration(access));
        this.records = entities.map(access -> new EntityBrowser(access));
    }

    @Override
    public Claim claim(ClaimRequest request) {
        for (int tries = 1; tries <= MAX_CLAIM_TRIES; tries++) {
            // repeatable: a claim that was committed without an answer is recognised by its owner token
            Optional<Claim> claim =
                    inTransaction(true, connection -> tryClaim(connection, request, LockWait.atMost(LockWait.DEFAULT)));
            if (claim.isPresent()) {
                return claim.get();
            }
        }
        throw changedAtEveryLook(request);
    }

    @Override
    public Optional<Claim> claimInTransaction(ClaimRequest request, Duration lockWait) {
        LockWait wait = LockWait.atMost(lockWait);
        try {
            return inCurrentTransaction(connection -> {
                for (int tries = 1; tries <= MAX_CLAIM_TRIES; tries++) {
                    Optional<Claim> claim = tryClaim(connection, request, wait);
                    if (claim.isPresent() || wait.isOver()) {
                        return claim;
                    }
                }
                throw changedAtEveryLook(request);
            });
        } catch (StoreUnavailableException unavailable) {
            if (SqlFailure.of(unavailable) == SqlFailure.GAVE_WAY) { // to a transaction that holds the key
                return Optional.empty();
            }
            throw unavailable;
        }
    }

    private Optional<Claim> tryClaim(Connection connection, ClaimRequest request, LockWait wait) throws SQLException {
        return new ClaimStep(statements.on(connection), request, wait).run(connection);
    }

    private static StoreUnavailableException changedAtEveryLook(ClaimRequest request) {
        return new StoreUnavailableException(
                "Record [" + request.recordKey() + "] changed during each of " + MAX_CLAIM_TRIES + " tries; try again",
                null);
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return settle(ownership, outcome);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return settle(ownership, outcome);
    }

    @Override
    public OwnerWrite settle(Ownership ownership, Outcome outcome) {
        boolean asJson = isJson(outcome);
        return ownerWrite(
                ownership,
                connection -> statements.on(connection).settle(connection, ownership, outcome, asJson),
                row -> row != null && row.wasSettledBy(ownership, outcome));
    }

    @Override
    public OwnerWrite settleInTransaction(Ownership ownership, Outcome outcome) {
        boolean asJson = isJson(outcome);
        boolean applied = inCurrentTransaction(
                connection -> statements.on(connection).settleInTransaction(connection, ownership, outcome, asJson));
        return applied ? OwnerWrite.APPLIED : OwnerWrite.NOT_OWNER;
    }

    /** Asked before there is a connection or a lock. */
    private boolean isJson(Outcome outcome) {
        return json != null && json.isOf(outcome);
    }

    @Override
    public boolean isSettledBy(Ownership ownership, Outcome outcome) {
        return inTransaction(true, connection -> {
            Row row = statements.on(connection).read(connection, ownership.recordKey());
            return row != null && row.wasSettledBy(ownership, outcome);
        });
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return ownerWrite(
                ownership, connection -> statements.on(connection).release(connection, ownership), row -> row == null);
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return ownerWrite(
                ownership,
                connection -> statements.on(connection).renew(connection, ownership, lease, retention),
                row -> false);
    }

    /** Says what a record looks like after a write whose answer was lost. */
    private interface WriteEvidence {

        boolean isIn(@Nullable Row row);
    }

    private OwnerWrite ownerWrite(Ownership ownership, SqlWork<Boolean> write, WriteEvidence evidence) {
        boolean applied = retry.call(
                true,
                attempt -> transactions.call(attempt.upToTheCommit(connection -> write.run(connection)
                        || (attempt.mayHaveHappened()
                                && evidence.isIn(statements.on(connection).read(connection, ownership.recordKey()))))));
        return applied ? OwnerWrite.APPLIED : OwnerWrite.NOT_OWNER;
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return inTransaction(true, connection -> statements.on(connection).lookup(connection, recordKey));
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return inTransaction(false, connection -> statements.on(connection).delete(connection, recordKey));
    }

    @Override
    public int sweep(int limit) {
        return inTransaction(false, connection -> statements.on(connection).sweep(connection, limit));
    }

    @Override
    public Optional<TransactionalVerbs> transactional() {
        return Optional.of(this);
    }

    /** Empty through a data source: the browser reads through the entity. */
    @Override
    public Optional<RecordBrowser> records() {
        return records;
    }

    /** Likewise. */
    @Override
    public Optional<AdministrativeVerbs> administrative() {
        return administrative;
    }

    private <T extends @Nullable Object> T inTransaction(boolean isRepeatable, SqlWork<T> work) {
        return retry.call(isRepeatable, attempt -> transactions.call(attempt.upToTheCommit(work)));
    }

    private <T extends @Nullable Object> T inCurrentTransaction(SqlWork<T> work) {
        return join(current, work);
    }

    /** Not tried again: what the transaction did before would be missing. */
    static <T extends @Nullable Object> T join(CurrentTransaction current, SqlWork<T> work) {
        try {
            return current.join(work);
        } catch (IdempotencyException answer) {
            throw answer;
        } catch (RuntimeException failed) {
            throw Retry.reported(failed);
        }
    }
}
