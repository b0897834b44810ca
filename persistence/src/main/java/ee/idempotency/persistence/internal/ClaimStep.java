// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.ClaimRules;
import ee.idempotency.spi.ClaimRules.Decision;
import ee.idempotency.spi.Ownership;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A claim within one transaction, no matter whose it is. */
final class ClaimStep {

    private final Statements statements;
    private final ClaimRequest request;
    private final LockWait wait;

    ClaimStep(Statements statements, ClaimRequest request, LockWait wait) {
        this.statements = statements;
        this.request = request;
        this.wait = wait;
    }

    /** The answer; empty if another attempt was faster and the record must be looked at by a new statement. */
    Optional<Claim> run(Connection connection) throws SQLException {
        ClaimRead read = statements.claim(connection, request, wait);
        if (!(read instanceof ClaimRead.Present present)) {
            return fresh(read);
        }
        ClaimRules.Found found = present.row().found(request.recordKey());
        Decision decision = ClaimRules.decide(request, found);
        if (decision instanceof Decision.Answer answer) {
            return Optional.of(verified(present.row(), answer.claim()));
        }
        if (decision instanceof Decision.TakeOver takeOver) {
            return takeOver(connection, takeOver.from());
        }
        return statements.deleteExpired(connection, request.recordKey(), wait)
                ? fresh(statements.claim(connection, request, wait))
                : Optional.empty();
    }

    private Optional<Claim> fresh(ClaimRead read) {
        return read instanceof ClaimRead.Fresh
                ? acquired(1, SqlDialect.firstVersion(request.ownerToken()))
                : Optional.empty();
    }

    private Optional<Claim> takeOver(Connection connection, Ownership from) throws SQLException {
        return statements.takeOver(connection, request, from, wait)
                ? acquired(from.attempt() + 1, from.version() + 1)
                : Optional.empty();
    }

    private Optional<Claim> acquired(int attempt, int version) {
        return Optional.of(
                new Claim.Acquired(new Ownership(request.recordKey(), request.ownerToken(), attempt, version)));
    }

    private Claim verified(Row row, Claim claim) {
        return claim instanceof Claim.Completed completed
                ? new Claim.Completed(row.verified(request.recordKey(), completed.outcome()))
                : claim;
    }
}
