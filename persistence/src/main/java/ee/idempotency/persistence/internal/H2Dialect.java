// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.ClaimRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * H2. It has no insert that reports a duplicate without an error, so one that finds the key free and still meets a
 * faster one is recognized by its SQLState; the transaction survives that. Its clock stands still within a transaction.
 * Lock waits are bounded by the database's own {@code LOCK_TIMEOUT}, 1 or 2 seconds unless set.
 */
final class H2Dialect extends SqlDialect {

    private static final DatabaseRequirements REQUIREMENTS = new DatabaseRequirements(
            "docs/schema/h2.sql",
            "pk_idempotency_record",
            "select constraint_name from information_schema.table_constraints"
                    + " where table_schema = schema() and table_name = 'IDEMPOTENCY_RECORD'",
            Map.of(Connection.TRANSACTION_READ_COMMITTED, "READ COMMITTED"),
            new DatabaseRequirements.Version(2, 2));

    private static final String NOW = "current_timestamp";
    private static final String LATER = "dateadd(microsecond, ?, " + NOW + ")";
    private static final String JSON = "? format json";
    private static final String DUPLICATE_KEY = "23505";

    /** Else H2 answers with a subquery's last result, and does not see what the transaction itself has deleted since. */
    private static final String UNCACHED = NOW + " is not null";

    private static final String INSERT =
            "insert into idempotency_record (id, tenant, operation, caller, idempotency_key,"
                    + " fingerprint, owner_token, never_re_execute, version, state, attempt, created_at, lease_until, expires_at)"
                    + " select cast(? as uuid), cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),"
                    + " cast(? as varbinary), cast(? as uuid), cast(? as boolean), cast(? as integer), 'IN_PROGRESS', 1, "
                    + NOW
                    + ", dateadd(microsecond, cast(? as bigint), " + NOW + "), dateadd(microsecond, cast(? as bigint), "
                    + NOW
                    + ") where not exists (select 1 from idempotency_record where id = ? and " + UNCACHED + ")";

    private static final String SWEEP =
            "delete from idempotency_record where " + expired(NOW) + " fetch first ? rows only";

    H2Dialect() {
        super(
                NOW,
                LATER,
                "datediff(microsecond, " + NOW + ", lease_until)",
                JSON,
                Wrapping.NOTHING,
                Wrapping.NOTHING,
                SWEEP);
    }

    @Override
    DatabaseRequirements requirements() {
        return REQUIREMENTS;
    }

    @Override
    ClaimRead claim(Connection connection, ClaimRequest request, LockWait ignored) throws SQLException {
        if (insert(connection, request)) {
            return new ClaimRead.Fresh();
        }
        Row row = new Statements(this).read(connection, request.recordKey());
        return row == null ? new ClaimRead.Unseen() : new ClaimRead.Present(row);
    }

    @Override
    boolean write(PreparedStatement statement, Parameters bound, LockWait ignored) throws SQLException {
        return statement.executeUpdate() == 1;
    }

    private static boolean insert(Connection connection, ClaimRequest request) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            bindClaim(new Parameters(statement), request)
                    .uuid(request.recordKey().value());
            return statement.executeUpdate() == 1;
        } catch (SQLException refused) {
            if (DUPLICATE_KEY.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }
}
