// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failed transaction means for the next try. Told by SQLState and vendor code, found by walking the causes; never
 * by an exception's text.
 */
enum SqlFailure {
    /** The database gave this transaction up in favour of another: nothing happened, and a retry may succeed. */
    GAVE_WAY,

    /** The connection or the commit's answer was lost: it may have happened. The row decides. */
    END_UNKNOWN,

    /** A retry would meet the same. */
    LASTING;

    /** PostgreSQL: lock not available. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Serialization failure, deadlock: class 40, but the one below. */
    private static final String TRANSACTION_ROLLBACK = "40";

    private static final String STATEMENT_COMPLETION_UNKNOWN = "40003";
    private static final String CONNECTION_EXCEPTION = "08";

    /** PostgreSQL: shutdown by an administrator, crash, start-up, a session ended because it was idle in a transaction. */
    private static final Set<String> SESSION_ENDED = Set.of("57P01", "57P02", "57P03", "25P03", "25P04");

    /** MariaDB: lock wait, deadlock, a row changed since the transaction's snapshot. H2: lock wait, concurrent update. */
    private static final Set<Integer> GAVE_WAY_CODES = Set.of(1205, 1213, 1020, 50200, 90131);

    /** H2: the connection is broken, the database is closed. */
    private static final Set<Integer> SESSION_ENDED_CODES = Set.of(90067, 90098, 90121);

    /** Judges what a transaction ended with. */
    static SqlFailure of(Throwable failed) {
        SQLException cause = find(failed, SQLException.class);
        if (cause != null) {
            return of(cause);
        }
        boolean atTheCommit = find(failed, RollbackException.class) != null
                || find(failed, SystemException.class) != null
                || find(failed, TransactionalException.class) != null;
        return atTheCommit ? END_UNKNOWN : LASTING;
    }

    private static SqlFailure of(SQLException failed) {
        String state = failed.getSQLState() == null ? "" : failed.getSQLState();
        if (state.startsWith(CONNECTION_EXCEPTION)
                || state.equals(STATEMENT_COMPLETION_UNKNOWN)
                || SESSION_ENDED.contains(state)
                || SESSION_ENDED_CODES.contains(failed.getErrorCode())) {
            return END_UNKNOWN;
        }
        if (state.startsWith(TRANSACTION_ROLLBACK)
                || state.equals(LOCK_NOT_AVAILABLE)
                || GAVE_WAY_CODES.contains(failed.getErrorCode())) {
            return GAVE_WAY;
        }
        return LASTING;
    }

    private static <X extends Throwable> @Nullable X find(Throwable failed, Class<X> type) {
        Throwable cause = failed;
        for (int depth = 0; cause != null && depth < 32; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
