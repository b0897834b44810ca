// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The statements in the database's dialect. Thread-safe. */
final class ChosenStatements {

    private volatile @Nullable Statements statements;

    /** Chosen once; two threads that choose at the same time choose alike. */
    Statements on(Connection connection) throws SQLException {
        Statements chosen = statements;
        if (chosen == null) {
            chosen = new Statements(KnownDatabase.dialectOf(connection));
            statements = chosen;
        }
        return chosen;
    }
}
