// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Waits for the end of sessions. */
final class Sessions {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Sessions() {}

    /** Asks until the query counts none. */
    static void awaitNone(DataSource database, String count) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = database.getConnection()) {
            while (DatabaseKind.number(connection, count) > 0) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("still there after " + PATIENCE + ": " + count);
                }
                Thread.onSpinWait();
            }
        }
    }
}
