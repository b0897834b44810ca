// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Recognises PostgreSQL behind a connection pooler that gives each transaction another session of the database
 * (PgBouncer's {@code pool_mode = transaction}) while the driver refers by name to statements it has prepared in an
 * earlier one. Such a name is unknown in the next session or, worse, that of another statement.
 *
 * <p>The process that the driver was given when it connected is not the one that executes its statements, so something
 * stands between; a statement that is executed often has the driver's own name in the session, so nothing translates the
 * names; and two connections that are open at the same time meet the same session, which PgBouncer's {@code pool_mode =
 * session} never does. The last sign can fail to appear while others use the pooler too, and then the first two are
 * only a suspicion.
 */
final class Pooler {

    static final String CURE =
            "a connection pooler (PgBouncer with pool_mode = transaction) gives the statements that the driver has"
                    + " prepared to sessions that do not know them: add prepareThreshold=0 to the JDBC URL, or set"
                    + " PgBouncer's max_prepared_statements above 0 (1.21 and later)";

    /** One more than the driver's default of executions after which it prepares, and one to see it. */
    private static final int EXECUTIONS = 8;

    /** Counts itself among the statements with a name of the driver. */
    private static final String NAMED =
            "select count(*) from pg_prepared_statements where name like 'S\\_%' and statement like '%pooler-probe%'";

    private static final int ROUNDS = 5;

    private final NewTransaction transactions;

    Pooler(NewTransaction transactions) {
        this.transactions = transactions;
    }

    /** What was recognised. */
    enum Verdict {
        NONE,
        SUSPECTED,
        FOUND
    }

    /**
     * Looks for one. Needs two connections at the same time if there is reason for a suspicion.
     *
     * @throws RuntimeException if the database does not answer
     */
    Verdict judge() {
        try {
            if (!transactions.call(Pooler::isSuspected)) {
                return Verdict.NONE;
            }
            for (int round = 0; round < ROUNDS; round++) {
                if (transactions.call(this::sharesItsSession)) {
                    return Verdict.FOUND;
                }
            }
            return Verdict.SUSPECTED;
        } catch (RuntimeException failed) {
            if (SqlFailure.of(failed) == SqlFailure.NOT_RUN) { // it has just happened
                return Verdict.FOUND;
            }
            throw failed;
        }
    }

    private static boolean isSuspected(Connection connection) throws SQLException {
        if (!"PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
            return false;
        }
        OptionalLong given = givenProcess(connection);
        return given.isPresent()
                && given.getAsLong() != process(connection)
                && number(connection, NAMED, EXECUTIONS) > 0;
    }

    /** A driver begins a transaction with its first statement: until then this one keeps no session from the other. */
    private boolean sharesItsSession(Connection connection) throws SQLException {
        OptionalLong given = givenProcess(connection);
        Meeting other = transactions.call(inner -> new Meeting(givenProcess(inner), process(inner)));
        return !other.given().equals(given) && other.process() == process(connection);
    }

    /** Which process a driver was given, and which one it met. */
    private record Meeting(OptionalLong given, long process) {}

    private static long process(Connection connection) throws SQLException {
        return number(connection, "select pg_backend_pid()", 1);
    }

    private static long number(Connection connection, String query, int executions) throws SQLException {
        long last = 0;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int execution = 0; execution < executions; execution++) {
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    last = rows.getLong(1);
                }
            }
        }
        return last;
    }

    /** By reflection: the driver is the server's, not this module's. Empty if the driver cannot be reached. */
    private static OptionalLong givenProcess(Connection connection) {
        return Stream.of(
                        connection.getClass().getClassLoader(),
                        Thread.currentThread().getContextClassLoader(),
                        Pooler.class.getClassLoader())
                .filter(Objects::nonNull)
                .map(loader -> givenProcess(connection, loader))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong givenProcess(Connection connection, ClassLoader loader) {
        try {
            Class<?> type = Class.forName("org.postgresql.PGConnection", false, loader);
            Object process = type.getMethod("getBackendPID").invoke(connection.unwrap(type));
            return process instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
        } catch (ReflectiveOperationException | SQLException otherDriver) {
            return OptionalLong.empty();
        }
    }
}
