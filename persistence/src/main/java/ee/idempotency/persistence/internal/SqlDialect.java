// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.ClaimRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements' texts for one kind of database. Every time comes from the database's clock; durations are parameters
 * in microseconds. A text that writes on behalf of an owner names record key, owner token, version and state.
 *
 * <p>The order of parameters is part of a text: see {@link Statements}, their only user.
 */
abstract class SqlDialect {

    /** The columns of {@link Row}, in its order, but the two that are questions to the clock. */
    private static final List<String> STORED = List.of(
            "tenant",
            "operation",
            "caller",
            "idempotency_key",
            "fingerprint",
            "state",
            "owner_token",
            "attempt",
            "version",
            "never_re_execute",
            "status",
            "headers",
            "body",
            "outcome_hash",
            "failure_code",
            "failure_message");

    /** All of the table's columns. */
    static final List<String> TABLE_COLUMNS = Stream.concat(
                    Stream.of("id", "created_at", "expires_at", "lease_until", "body_json"), STORED.stream())
            .toList();

    final String now;
    final String columns;
    final String read;
    final String lookup;
    final String takeOver;
    final Settling settle;
    final Settling settleInTransaction;
    final String release;
    final String renew;
    final String deleteExpired;
    final String delete;
    final String sweep;

    /** The texts that settle a claim: with an answer, with one that is stored as JSON too, and with a failure. */
    record Settling(String complete, String completeWithJson, String fail) {

        private static final String COMPLETE =
                "update idempotency_record set state = 'COMPLETED', version = version + 1, owner_token = null,"
                        + " lease_until = null, status = ?, headers = ?, body = ?, outcome_hash = ?";

        /** Those that end in a condition. */
        static Settling where(String condition, String json, Wrapping bounded) {
            return new Settling(
                    bounded.put(COMPLETE + condition),
                    bounded.put(COMPLETE + ", body_json = " + json + condition),
                    bounded.put(
                            "update idempotency_record set state = 'FAILED', version = version + 1, owner_token = null,"
                                    + " lease_until = null, failure_code = ?, failure_message = ?" + condition));
        }
    }

    /** What stands around a text, so that it waits no longer than it may. */
    record Wrapping(String before, String after) {

        static final Wrapping NOTHING = new Wrapping("", "");

        String put(String text) {
            return before + text + after;
        }
    }

    /**
     * Composes the texts.
     *
     * @param now the clock, in a place that is evaluated once a row
     * @param later the clock plus a parameter of microseconds
     * @param leaseRemaining microseconds until {@code lease_until}
     * @param json the JSON of a parameter of bytes
     * @param bounded bounds how long a statement in a transaction of the store's own waits for a lock, and perhaps the
     *     later ones of that transaction
     * @param waiting bounds how long a claim's statement waits for a lock, and no later one; see {@link #within} and
     *     {@link #write}
     * @param sweep deletes a number of expired records, or finds them; the number is its parameter
     */
    SqlDialect(
            String now,
            String later,
            String leaseRemaining,
            String json,
            Wrapping bounded,
            Wrapping waiting,
            String sweep) {
        String owner = " where id = ? and owner_token = ? and version = ? and state = 'IN_PROGRESS'";
        this.now = now;
        columns = String.join(", ", STORED) + ", " + leaseRemaining + ", expires_at <= " + now;
        read = "select " + columns + " from idempotency_record where id = ?";
        lookup = "select " + columns + ", created_at, expires_at, lease_until from idempotency_record where id = ?";
        takeOver = waiting.put(
                "update idempotency_record set owner_token = ?, attempt = attempt + 1, version = version + 1,"
                        + " lease_until = " + later + ", expires_at = " + later + owner + " and lease_until <= " + now
                        + " and never_re_execute = false");
        settle = Settling.where(owner, json, bounded);
        settleInTransaction = Settling.where(owner + " and expires_at > " + now, json, Wrapping.NOTHING);
        release = bounded.put("delete from idempotency_record" + owner);
        renew = bounded.put("update idempotency_record set lease_until = " + later + ", expires_at = " + later + owner);
        deleteExpired = waiting.put("delete from idempotency_record where id = ? and " + expired(now));
        delete = bounded.put("delete from idempotency_record where id = ?");
        this.sweep = sweep;
    }

    /** The same condition as {@code ClaimRules.Found.isExpired}. */
    static String expired(String now) {
        return "expires_at <= " + now + " and (state <> 'IN_PROGRESS' or (lease_until <= " + now
                + " and never_re_execute = false))";
    }

    /**
     * The version of a fresh record, 0 to 2^30 - 1, taken from its first owner's token. Were it always the same, an attempt
     * whose record was deleted and claimed again could take an equal outcome in the new one for its own.
     */
    static int firstVersion(UUID ownerToken) {
        return (int) ownerToken.getLeastSignificantBits() & 0x3FFF_FFFF;
    }

    /**
     * Claims the key if it is free, or else reads what is there; never an error for a duplicate.
     *
     * @param wait how long to wait for a claim that is not committed, as far as the database lets a statement say so
     */
    abstract ClaimRead claim(Connection connection, ClaimRequest request, LockWait wait) throws SQLException;

    /** What it needs of the database. */
    abstract DatabaseRequirements requirements();

    /** {@link #takeOver} or {@link #deleteExpired} so that it waits for locks no longer than that. */
    String within(LockWait wait, String text) {
        return text;
    }

    /** Executes {@link #takeOver} or {@link #deleteExpired}, whose other parameters are set; whether it wrote. */
    abstract boolean write(PreparedStatement statement, Parameters bound, LockWait wait) throws SQLException;

    /** Deletes at most {@code limit} expired records; how many. */
    int sweep(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sweep)) {
            new Parameters(statement).number(limit);
            return statement.executeUpdate();
        }
    }

    /** Reads a column of time. */
    @Nullable
    OffsetDateTime time(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class);
    }

    /** The parameters of a claim's insert. */
    static Parameters bindClaim(Parameters parameters, ClaimRequest request) throws SQLException {
        return parameters
                .uuid(request.recordKey().value())
                .text(request.binding().tenant())
                .text(request.binding().operation())
                .text(request.binding().caller())
                .text(request.binding().key())
                .bytes(request.fingerprint().toBytes())
                .uuid(request.ownerToken())
                .flag(request.onLeaseLost() == OnLeaseLost.NEVER_RE_EXECUTE)
                .number(firstVersion(request.ownerToken()))
                .duration(request.lease())
                .duration(request.retention());
    }
}
