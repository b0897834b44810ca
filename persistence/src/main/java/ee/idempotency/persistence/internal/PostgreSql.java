// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.ClaimRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * PostgreSQL. A claim is one statement whether the key is free or not, and a replay writes nothing: it takes no
 * transaction id and no WAL.
 *
 * <p>{@code now()} would be frozen for the transaction; {@code clock_timestamp()} is not. The lock wait is bounded within
 * the statement, which costs no round trip; {@code set_config} is local to the transaction.
 */
final class PostgreSql extends Sql {

    private static final String NOW = "clock_timestamp()";
    private static final String LATER = NOW + " + ? * interval '1 microsecond'";
    private static final String LOCK_WAIT_MILLIS = "2000";
    private static final String LOCK_WAIT = "set_config('lock_timeout', '" + LOCK_WAIT_MILLIS + "', true) is not null";

    /** The clock in a subquery, else the index could not be used. */
    private static final String EXPIRED = expired("(select " + NOW + ")");

    private static final String SWEEP =
            "delete from idempotency_record where ctid = any(array(select ctid from idempotency_record where " + EXPIRED
                    + " order by expires_at limit ? for update skip locked)) and " + EXPIRED;

    private final String claim = "with fresh as (insert into idempotency_record (id, tenant, operation, caller,"
            + " idempotency_key, fingerprint, owner_token, never_re_execute, version, state, attempt, created_at,"
            + " lease_until, expires_at) select ?, ?, ?, ?, ?, ?, ?, ?, ?, 'IN_PROGRESS', 1, " + NOW + ", " + LATER
            + ", " + LATER + " where " + LOCK_WAIT + " on conflict (id) do nothing returning 1)"
            + " select true" + ", null".repeat(Row.COLUMNS) + " from fresh union all select false, " + columns
            + " from idempotency_record where id = ?";

    PostgreSql() {
        super(
                NOW,
                LATER,
                "cast(extract(epoch from lease_until - " + NOW + ") * 1000000 as bigint)",
                " and " + LOCK_WAIT,
                SWEEP);
    }

    @Override
    ClaimRead claim(Connection connection, ClaimRequest request) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            bindClaim(statement, request);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return new ClaimRead.Unseen();
                }
                return rows.getBoolean(1) ? new ClaimRead.Fresh() : new ClaimRead.Present(Row.read(rows, 2));
            }
        }
    }
}
