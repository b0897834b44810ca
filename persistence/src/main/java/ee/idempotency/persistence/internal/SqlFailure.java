// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.persistence.internal.KnownDatabase.Meaning;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed transaction means for the next try. Decided by SQLState and vendor code, which are found by walking the
 * causes; never by an exception's text.
 */
enum SqlFailure {
    /** The database gave this transaction up in favour of another: nothing happened, and a retry may succeed. */
    GAVE_WAY,

    /**
     * The statement did not run, because a connection pooler between the driver and PostgreSQL gave it a session that does
     * not know, or knows already, the statement's name: nothing happened, and a retry may succeed.
     */
    NOT_RUN,

    /** The connection or the commit's answer was lost: it may have happened. The row decides. */
    END_UNKNOWN,

    /** The database, a pool or the transaction manager failed, and a retry would meet the same. */
    LASTING,

    /** It has nothing to do with the database, a pool or a transaction: a mistake in a program, which is not hidden. */
    FOREIGN;

    /**
     * PostgreSQL: no such prepared statement, there is one already, and one of another number of parameters than the
     * driver believes.
     */
    private static final Set<String> NAME_UNKNOWN = Set.of("26000", "42P05", "08P01");

    /** Where there was no connection to lose: connecting was refused, or the server starts or stops. */
    private static final Set<String> NOT_CONNECTED = Set.of("08001", "08004", "57P03");

    /** The packages of what databases, pools and transaction managers throw. */
    private static final List<String> OUTSIDE = List.of(
            "java.sql.",
            "javax.sql.",
            "javax.transaction.",
            "jakarta.persistence.",
            "jakarta.resource.",
            "jakarta.transaction.");

    /** PostgreSQL: lock not available. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Serialization failure, deadlock: class 40, but the one below. */
    private static final String TRANSACTION_ROLLBACK = "40";

    private static final String STATEMENT_COMPLETION_UNKNOWN = "40003";
    private static final String CONNECTION_EXCEPTION = "08";

    /** PostgreSQL: shutdown by an administrator, crash, start-up, a session ended because it was idle in a transaction. */
    private static final Set<String> SESSION_ENDED = Set.of("57P01", "57P02", "57P03", "25P03", "25P04");

    /** Judges what a transaction ended with. */
    static SqlFailure of(Throwable failed) {
        SQLException cause = find(failed, SQLException.class);
        if (cause != null) {
            return isNotEnlisted(failed, cause) ? END_UNKNOWN : of(cause);
        }
        boolean atTheCommit = find(failed, RollbackException.class) != null
                || find(failed, SystemException.class) != null
                || find(failed, TransactionalException.class) != null;
        if (atTheCommit) {
            return END_UNKNOWN;
        }
        return isFromOutside(failed) ? LASTING : FOREIGN;
    }

    /**
     * Whether a connection that was there is gone. Before the commit was asked for, that is no more than the loss of the
     * connection: a database that was restarted leaves a pool full of such.
     */
    static boolean isCutOff(Throwable failed) {
        SQLException cause = find(failed, SQLException.class);
        return cause != null
                && (isNotEnlisted(failed, cause)
                        || (of(cause) == END_UNKNOWN && !NOT_CONNECTED.contains(state(cause))));
    }

    /**
     * Whether a connection of the pool could not be made part of the transaction, which is how Payara meets one that died: an
     * exception without a state, caused by the resource's. Where there is no connection to be had the resource is not asked.
     */
    private static boolean isNotEnlisted(Throwable failed, SQLException cause) {
        return state(cause).isEmpty() && cause.getErrorCode() == 0 && find(failed, XAException.class) != null;
    }

    /** By the names of classes: not every server has all of them. */
    private static boolean isFromOutside(Throwable failed) {
        return causes(failed)
                .anyMatch(cause -> Stream.<Class<?>>iterate(cause.getClass(), Objects::nonNull, Class::getSuperclass)
                        .anyMatch(type -> OUTSIDE.stream().anyMatch(type.getName()::startsWith)));
    }

    private static String state(SQLException failed) {
        return failed.getSQLState() == null ? "" : failed.getSQLState();
    }

    private static SqlFailure of(SQLException failed) {
        String state = state(failed);
        if (NAME_UNKNOWN.contains(state)) {
            return NOT_RUN;
        }
        if (state.startsWith(CONNECTION_EXCEPTION)
                || state.equals(STATEMENT_COMPLETION_UNKNOWN)
                || SESSION_ENDED.contains(state)
                || Meaning.SESSION_ENDED.has(failed.getErrorCode())) {
            return END_UNKNOWN;
        }
        if (state.startsWith(TRANSACTION_ROLLBACK)
                || state.equals(LOCK_NOT_AVAILABLE)
                || Meaning.GAVE_WAY.has(failed.getErrorCode())) {
            return GAVE_WAY;
        }
        return LASTING;
    }

    static <X extends Throwable> @Nullable X find(Throwable failed, Class<X> type) {
        return causes(failed)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause).limit(32);
    }
}
