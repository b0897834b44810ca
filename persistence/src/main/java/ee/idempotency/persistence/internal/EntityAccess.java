// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transactions with entities, and what browser and administration ask of the database in them. Thread-safe. */
final class EntityAccess {

    private final EntityTransactions transactions;
    private final ChosenStatements statements;
    private final Retry retry = new Retry(System::nanoTime);

    EntityAccess(EntityTransactions transactions, ChosenStatements statements) {
        this.transactions = transactions;
        this.statements = statements;
    }

    /** Reads in a transaction. */
    <T extends @Nullable Object> T read(EntityWork<T> work) {
        return retry.call(true, attempt -> transactions.call(work));
    }

    /** Writes in a transaction; not again once the commit's answer was lost. */
    <T extends @Nullable Object> T write(EntityWork<T> work) {
        return retry.call(false, attempt -> transactions.call(attempt.entitiesUpToTheCommit(work)));
    }

    /** What the clock of the database says in the transaction of these entities. */
    Instant clock(EntityManager entities) {
        return SessionConnection.run(
                entities, connection -> statements.on(connection).clock(connection));
    }

    /** Adds to the audit trail in the transaction of these entities; how many entries. */
    int audit(EntityManager entities, Summary before, RecordChange change, ChangeNote note) {
        return SessionConnection.run(
                entities,
                connection ->
                        new AuditStatements(statements.on(connection).dialect()).add(connection, before, change, note));
    }

    /** Reads the audit trail. */
    List<AuditEntry> audit(RecordKey recordKey, int limit) {
        return read(entities -> SessionConnection.run(
                entities,
                connection ->
                        new AuditStatements(statements.on(connection).dialect()).of(connection, recordKey, limit)));
    }
}
