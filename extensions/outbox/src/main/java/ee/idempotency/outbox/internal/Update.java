// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A statement that is put together with its parameters, from left to right. Not thread-safe. */
final class Update {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Reads a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Adds constant text, and the values of the question marks in it. */
    Update sql(String constant, Object... values) {
        text.append(constant);
        for (Object value : values) {
            parameters.add(value instanceof Duration duration ? duration.dividedBy(MICROSECOND) : value);
        }
        return this;
    }

    /** Adds a list of ids; not empty. */
    Update ids(Collection<UUID> ids) {
        text.append('(')
                .append(String.join(", ", Collections.nCopies(ids.size(), "?")))
                .append(')');
        parameters.addAll(ids);
        return this;
    }

    /** How many rows it changed. */
    int execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            setAll(statement);
            return statement.executeUpdate();
        }
    }

    /** The rows that it reads. */
    <T> List<T> read(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            setAll(statement);
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        }
    }

    private void setAll(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }
}
