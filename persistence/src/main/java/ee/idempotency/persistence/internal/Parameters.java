// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a statement's parameters from left to right. */
final class Parameters {

    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters uuid(UUID value) throws SQLException {
        statement.setObject(++index, value);
        return this;
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    Parameters bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    Parameters number(int value) throws SQLException {
        statement.setInt(++index, value);
        return this;
    }

    /** In microseconds, as exact as the columns; rounded up, so that no time is shorter than asked for. */
    Parameters duration(Duration value) throws SQLException {
        Duration roundedUp = value.plusNanos(999);
        long seconds = Math.multiplyExact(roundedUp.getSeconds(), 1_000_000L); // Duration would divide by BigDecimal
        statement.setLong(++index, Math.addExact(seconds, roundedUp.getNano() / 1_000));
        return this;
    }
}
