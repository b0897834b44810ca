// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes one statement a method on a connection whose transaction somebody else begins and ends. Statements that write
 * say whether they did.
 */
final class Statements {

    private final SqlDialect sql;

    Statements(SqlDialect sql) {
        this.sql = sql;
    }

    /** The texts. */
    SqlDialect dialect() {
        return sql;
    }

    ClaimRead claim(Connection connection, ClaimRequest request, LockWait wait) throws SQLException {
        return sql.claim(connection, request, wait);
    }

    /** What the database's clock says. */
    Instant clock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + sql.now);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return RecordReader.present(RecordReader.instant(sql, rows, 1));
        }
    }

    @Nullable
    Row read(Connection connection, RecordKey recordKey) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.read)) {
            new Parameters(statement).uuid(recordKey.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Row.read(rows, 1) : null;
            }
        }
    }

    Optional<IdempotencyRecord> lookup(Connection connection, RecordKey recordKey) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.lookup)) {
            new Parameters(statement).uuid(recordKey.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? RecordReader.read(sql, rows, recordKey) : Optional.empty();
            }
        }
    }

    boolean takeOver(Connection connection, ClaimRequest request, Ownership from, LockWait wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.within(wait, sql.takeOver))) {
            Parameters parameters = new Parameters(statement)
                    .uuid(request.ownerToken())
                    .duration(request.lease())
                    .duration(request.retention());
            return sql.write(statement, owned(parameters, from), wait);
        }
    }

    /** @param asJson whether the answer's bytes are stored as JSON too */
    boolean settle(Connection connection, Ownership ownership, Outcome outcome, boolean asJson) throws SQLException {
        return settle(connection, sql.settle, ownership, outcome, asJson);
    }

    /** The same with the effect in one transaction, so refused past the retention: a retry would have the effect again. */
    boolean settleInTransaction(Connection connection, Ownership ownership, Outcome outcome, boolean asJson)
            throws SQLException {
        return settle(connection, sql.settleInTransaction, ownership, outcome, asJson);
    }

    private static boolean settle(
            Connection connection, SqlDialect.Settling texts, Ownership ownership, Outcome outcome, boolean asJson)
            throws SQLException {
        return outcome instanceof Outcome.Completed completed
                ? complete(connection, texts, ownership, completed, asJson)
                : fail(connection, texts.fail(), ownership, (Outcome.Failed) outcome);
    }

    private static boolean complete(
            Connection connection,
            SqlDialect.Settling texts,
            Ownership ownership,
            Outcome.Completed outcome,
            boolean asJson)
            throws SQLException {
        Bytes retained = outcome.body();
        byte[] body = retained == null ? null : retained.toArray();
        String text = asJson ? texts.completeWithJson() : texts.complete();
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            Parameters parameters = new Parameters(statement)
                    .number(outcome.status())
                    .text(Header.format(outcome.headers()))
                    .bytes(body)
                    .bytes(outcome.hash().toArray());
            if (asJson) {
                parameters.bytes(body);
            }
            return executeOwned(statement, parameters, ownership);
        }
    }

    private static boolean fail(Connection connection, String text, Ownership ownership, Outcome.Failed outcome)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            Parameters parameters =
                    new Parameters(statement).text(outcome.code()).text(outcome.message());
            return executeOwned(statement, parameters, ownership);
        }
    }

    boolean release(Connection connection, Ownership ownership) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.release)) {
            return executeOwned(statement, new Parameters(statement), ownership);
        }
    }

    boolean renew(Connection connection, Ownership ownership, Duration lease, Duration retention) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.renew)) {
            Parameters parameters = new Parameters(statement).duration(lease).duration(retention);
            return executeOwned(statement, parameters, ownership);
        }
    }

    boolean deleteExpired(Connection connection, RecordKey recordKey, LockWait wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.within(wait, sql.deleteExpired))) {
            return sql.write(statement, new Parameters(statement).uuid(recordKey.value()), wait);
        }
    }

    boolean delete(Connection connection, RecordKey recordKey) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.delete)) {
            new Parameters(statement).uuid(recordKey.value());
            return statement.executeUpdate() == 1;
        }
    }

    int sweep(Connection connection, int limit) throws SQLException {
        return sql.sweep(connection, limit);
    }

    private static boolean executeOwned(PreparedStatement statement, Parameters parameters, Ownership owner)
            throws SQLException {
        owned(parameters, owner);
        return statement.executeUpdate() == 1;
    }

    private static Parameters owned(Parameters parameters, Ownership owner) throws SQLException {
        return parameters
                .uuid(owner.recordKey().value())
                .uuid(owner.ownerToken())
                .number(owner.version());
    }
}
