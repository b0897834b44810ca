// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import java.sql.SQLException;

/** What errors of databases mean. */
final class SqlStates {

    /** Syntax error or access rule violation (ISO 9075): an object is not there, or may not be used. */
    private static final String NOT_THERE = "42";

    private SqlStates() {}

    /** Whether a table is not there or may not be used. */
    static boolean isAbsent(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(NOT_THERE)) {
                return true;
            }
        }
        return false;
    }
}
