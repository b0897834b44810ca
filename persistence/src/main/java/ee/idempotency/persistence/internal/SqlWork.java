// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Statements on the connection of a transaction; neither begins nor ends it. */
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {

    /** Runs them. */
    T run(Connection connection) throws SQLException;
}
