// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A network time-out of the migration's own. A pool ships one that suits short statements ({@code socketTimeout=3} in
 * the example); a table that is changed while a long report reads it takes longer. {@link #putBack} restores
 * the pool's.
 */
record NetworkTimeout(Connection connection, int before) {

    private static final int NOT_CHANGED = -1;

    /** A driver or a pool without this optional feature keeps its own. */
    static NetworkTimeout of(Connection connection, Duration timeout) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
            return new NetworkTimeout(connection, before);
        } catch (SQLException unsupported) {
            MigrationLog.noNetworkTimeout(unsupported);
            return new NetworkTimeout(connection, NOT_CHANGED);
        }
    }

    void putBack() throws SQLException {
        if (before != NOT_CHANGED && !connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, before);
        }
    }
}
