// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.ClaimRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB 10.7 and later. A claim is one statement whether the key is free or not: an insert that leaves a duplicate as it
 * is and returns the row that is there then. It reads what is committed, at REPEATABLE READ too, where a plain select
 * would still see what was there when the transaction began. For that it locks the row: a replay waits for any
 * transaction that writes the record, and in the caller's transaction it holds others up until that ends.
 *
 * <p>The winner is recognized by the returned owner token, never by an update count: that is 1 for both, and depends on
 * the connection's {@code useAffectedRows}.
 *
 * <p>Times are UTC in columns without a zone, so no session's time zone matters. The clock stands still within a statement,
 * also while that waits for a lock. The lock wait is bounded by a setting for the one statement, in whole seconds.
 */
final class MariaDbDialect extends SqlDialect {

    private static final DatabaseRequirements REQUIREMENTS = new DatabaseRequirements(
            "docs/schema/mariadb.sql",
            "primary",
            "select constraint_name from information_schema.table_constraints"
                    + " where table_schema = database() and table_name = 'idempotency_record'",
            Map.of(
                    Connection.TRANSACTION_READ_COMMITTED,
                    "READ COMMITTED",
                    Connection.TRANSACTION_REPEATABLE_READ,
                    "REPEATABLE READ"),
            new DatabaseRequirements.Version(10, 7));

    private static final String NOW = "utc_timestamp(6)";
    private static final String LATER = NOW + " + interval ? microsecond";
    private static final String JSON = "convert(? using utf8mb4)";
    private static final Wrapping LOCK_WAIT = new Wrapping(lockWait(LockWait.DEFAULT.toMillis()), "");

    /**
     * Which records a sweep is about to delete. Read without a lock: a delete that looks for them itself locks the gaps
     * between them at REPEATABLE READ, and with the last one the claims of all other keys.
     */
    private static final String SWEEPABLE =
            "select id from idempotency_record where " + expired(NOW) + " order by expires_at, id limit ?";

    private static final String DELETE_ONE =
            LOCK_WAIT.put("delete from idempotency_record where id = ? and " + expired(NOW));

    private static final String READ_COMMITTED = "set transaction isolation level read committed";
    private static final int TRANSACTION_IN_PROGRESS = 1568;

    private final String claim = "insert into idempotency_record (id, tenant, operation, caller, idempotency_key,"
            + " fingerprint, owner_token, never_re_execute, version, state, attempt, created_at, lease_until, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'IN_PROGRESS', 1, " + NOW + ", " + LATER + ", " + LATER
            + ") on duplicate key update id = id returning " + columns;

    MariaDbDialect() {
        super(
                NOW,
                LATER,
                "timestampdiff(microsecond, " + NOW + ", lease_until)",
                JSON,
                LOCK_WAIT,
                Wrapping.NOTHING,
                SWEEPABLE);
    }

    @Override
    DatabaseRequirements requirements() {
        return REQUIREMENTS;
    }

    @Override
    ClaimRead claim(Connection connection, ClaimRequest request, LockWait wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(within(wait, claim))) {
            bindClaim(new Parameters(statement), request);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                Row row = Row.read(rows, 1);
                return isFirstOf(request, row) ? new ClaimRead.Fresh() : new ClaimRead.Present(row);
            }
        }
    }

    /** Also of an earlier try, whose answer was lost. */
    private static boolean isFirstOf(ClaimRequest request, Row row) {
        return request.ownerToken().equals(row.ownerToken())
                && row.attempt() == 1
                && row.version() == firstVersion(request.ownerToken());
    }

    @Override
    String within(LockWait wait, String text) {
        return lockWait(wait.remainingMillis()) + text;
    }

    private static String lockWait(long millis) {
        return "set statement innodb_lock_wait_timeout=" + (millis + 999) / 1000 + " for ";
    }

    @Override
    boolean write(PreparedStatement statement, Parameters bound, LockWait alreadySet) throws SQLException {
        return statement.executeUpdate() == 1;
    }

    /** Key by key: at REPEATABLE READ a delete of several keys may read the whole index, and locks what it reads. */
    @Override
    int sweep(Connection connection, int limit) throws SQLException {
        lockNoGaps(connection);
        List<UUID> expired = sweepable(connection, limit);
        if (expired.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE_ONE)) {
            for (UUID id : expired) {
                new Parameters(statement).uuid(id);
                statement.addBatch();
            }
            // also of a driver that does not say how many
            return (int) Arrays.stream(statement.executeBatch())
                    .filter(count -> count != 0)
                    .count();
        }
    }

    /**
     * At REPEATABLE READ a page of the index that is split hands the lock of a deleted row on to the gap before it, and with
     * it the claims of other keys. A transaction that something has been done in keeps its level, and that wait.
     */
    private static void lockNoGaps(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(READ_COMMITTED);
        } catch (SQLException refused) {
            if (refused.getErrorCode() != TRANSACTION_IN_PROGRESS) {
                throw refused;
            }
        }
    }

    private List<UUID> sweepable(Connection connection, int limit) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sweep)) {
            new Parameters(statement).number(limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    @Override
    @Nullable
    OffsetDateTime time(ResultSet rows, int column) throws SQLException {
        LocalDateTime utc = rows.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.atOffset(ZoneOffset.UTC);
    }
}
