// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.ClaimRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * PostgreSQL. A claim is one statement whether the key is free or not, and a replay writes nothing: it takes no
 * transaction id and no WAL.
 *
 * <p>{@code now()} would be frozen for the transaction; {@code clock_timestamp()} is not.
 *
 * <p>The lock wait is bounded within the statement, which costs no round trip; {@code set_config} is local to the
 * transaction. That transaction may be the application's, so the statements of a claim put {@code lock_timeout} back: they
 * read it first ({@code prior}), set it in a condition that needs what was read, and restore it in the outermost select
 * list, which is evaluated once the writing part has ended, and always, because {@code prior} has one row. If the statement
 * fails, the rollback restores it.
 *
 * <p>A key that has a record is not inserted: the database would check every constraint of a row that it then throws away. One
 * that gets its record at this moment still meets {@code on conflict}.
 */
final class PostgreSqlDialect extends SqlDialect {

    /** By name, and those that the functions which checks call refuse rows by. */
    private static final String CONSTRAINTS = """
            with found as (select oid, conname from pg_constraint where conrelid = to_regclass('idempotency_record'))
            select conname from found
            union all
            select (regexp_matches(prosrc, 'ck_idempotency_[a-z_]+', 'g'))[1]
            from found join pg_depend d on d.classid = 'pg_constraint'::regclass and d.objid = found.oid
              and d.refclassid = 'pg_proc'::regclass
            join pg_proc on pg_proc.oid = d.refobjid""";

    private static final DatabaseRequirements REQUIREMENTS = new DatabaseRequirements(
            "docs/schema/postgresql.sql",
            "pk_idempotency_record",
            CONSTRAINTS,
            Map.of(Connection.TRANSACTION_READ_COMMITTED, "READ COMMITTED"),
            new DatabaseRequirements.Version(12, 0));

    private static final String NOW = "clock_timestamp()";
    private static final String LATER = NOW + " + ? * interval '1 microsecond'";

    /** Null in a database of another encoding, which could refuse characters; bytes get there whatever the encoding. */
    private static final String JSON =
            "case when getdatabaseencoding() = 'UTF8' then cast(convert_from(?, 'UTF8') as jsonb) end";

    /** For a statement that has a transaction to itself. */
    private static final String LOCK_WAIT =
            "set_config('lock_timeout', '" + LockWait.DEFAULT.toMillis() + "', true) is not null";

    private static final String PRIOR =
            "with prior as materialized (select current_setting('lock_timeout') as lock_wait), ";
    private static final String SET =
            "set_config('lock_timeout', case when lock_wait is not null then cast(? as text) end, true)";
    private static final String RESTORE = "set_config('lock_timeout', lock_wait, true)";

    private static final Wrapping WAITING = new Wrapping(
            PRIOR + "done as (",
            " and (select " + SET + " from prior) is not null returning true as written) select written, " + RESTORE
                    + " from prior left join done on true");

    /** The clock in a subquery, else the index could not be used. */
    private static final String EXPIRED = expired("(select " + NOW + ")");

    private static final String SWEEP =
            "delete from idempotency_record where ctid = any(array(select ctid from idempotency_record where " + EXPIRED
                    + " order by expires_at limit ? for update skip locked)) and " + EXPIRED;

    private static final String KNOWN =
            "with prior as materialized (select current_setting('lock_timeout') as lock_wait,"
                    + " exists (select from idempotency_record where id = ?) as known), ";

    private final String claim = KNOWN + "fresh as (insert into idempotency_record (id, tenant, operation, caller,"
            + " idempotency_key, fingerprint, owner_token, never_re_execute, version, state, attempt, created_at,"
            + " lease_until, expires_at) select ?, ?, ?, ?, ?, ?, ?, ?, ?, 'IN_PROGRESS', 1, " + NOW + ", " + LATER
            + ", " + LATER + " from prior where case when known then false else " + SET
            + " is not null end on conflict (id) do nothing returning true as won)"
            + " select won, " + columns + ", case when not known then " + RESTORE + " end"
            + " from prior left join fresh on true left join idempotency_record on id = ? and won is null";

    PostgreSqlDialect() {
        super(
                NOW,
                LATER,
                "cast(extract(epoch from lease_until - " + NOW + ") * 1000000 as bigint)",
                JSON,
                new Wrapping("", " and " + LOCK_WAIT),
                WAITING,
                SWEEP);
    }

    @Override
    DatabaseRequirements requirements() {
        return REQUIREMENTS;
    }

    @Override
    ClaimRead claim(Connection connection, ClaimRequest request, LockWait wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            Parameters parameters =
                    new Parameters(statement).uuid(request.recordKey().value());
            bindClaim(parameters, request)
                    .text(Long.toString(wait.remainingMillis()))
                    .uuid(request.recordKey().value());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                if (rows.getBoolean(1)) {
                    return new ClaimRead.Fresh();
                }
                return Row.isPresent(rows, 2) ? new ClaimRead.Present(Row.read(rows, 2)) : new ClaimRead.Unseen();
            }
        }
    }

    @Override
    boolean write(PreparedStatement statement, Parameters bound, LockWait wait) throws SQLException {
        bound.text(Long.toString(wait.remainingMillis()));
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
