// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What the databases call the time, and how an id that is there already is no error. Times are those of the database: nodes
 * may have other clocks.
 */
enum Sql {
    /** {@code now()} would be frozen for the transaction. */
    POSTGRESQL("clock_timestamp()", "clock_timestamp() + ? * interval '1 microsecond'", " on conflict (id) do nothing"),
    /** Its times have no zone and are UTC. */
    MARIADB("utc_timestamp(6)", "utc_timestamp(6) + interval ? microsecond", ""),
    H2("current_timestamp", "dateadd(microsecond, ?, current_timestamp)", "");

    private static final String H2_DUPLICATE = "23505";
    private static final int MARIADB_DUPLICATE = 1062;

    /** The time. */
    final String now;

    /** The time after a parameter of microseconds. */
    final String later;

    /** Follows an insert. */
    final String unlessThere;

    Sql(String now, String later, String unlessThere) {
        this.now = now;
        this.later = later;
        this.unlessThere = unlessThere;
    }

    /** The one behind a connection. */
    static Sql of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            case "H2" -> H2;
            default -> throw new SQLException("The outbox knows PostgreSQL, MariaDB and H2, not '" + product + "'");
        };
    }

    /** Whether an insert failed because the id is there already; on PostgreSQL such a failure would end the transaction. */
    boolean isDuplicate(SQLException failed) {
        return switch (this) {
            case POSTGRESQL -> false;
            case MARIADB -> failed.getErrorCode() == MARIADB_DUPLICATE;
            case H2 -> H2_DUPLICATE.equals(failed.getSQLState());
        };
    }

    /** A time that a column has. */
    Instant time(ResultSet rows, int column) throws SQLException {
        return this == MARIADB
                ? rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                : rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
