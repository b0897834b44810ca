// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static ee.idempotency.liquibase.RefusalCure.CHANGED;
import static ee.idempotency.liquibase.RefusalCure.MADE_OTHERWISE;
import static ee.idempotency.liquibase.RefusalCure.NOT_ALLOWED;
import static ee.idempotency.liquibase.RefusalCure.NO_CONNECTION;
import static ee.idempotency.liquibase.RefusalCure.NO_SCHEMA;
import static ee.idempotency.liquibase.RefusalCure.OTHER;
import static ee.idempotency.liquibase.RefusalCure.READ_ONLY;
import static ee.idempotency.liquibase.RefusalCure.REFUSED_LOGIN;
import static ee.idempotency.liquibase.RefusalCure.TOO_SLOW;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import liquibase.exception.ValidationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a migration was refused. Judged by type, SQLState and vendor code, never by a text; what the database said comes last.
 */
final class Refusal {

    private static final Set<String> NOT_ALLOWED_STATES = Set.of("42501");

    private static final Set<String> READ_ONLY_STATES = Set.of("25006");

    /** PostgreSQL: no such schema, no such database. MariaDB: no database selected. */
    private static final Set<String> NO_SCHEMA_STATES = Set.of("3F000", "3D000");

    /** PostgreSQL; MariaDB and H2. */
    private static final Set<String> EXISTS_STATES = Set.of("42P07", "42S01");

    /** PostgreSQL: cancelled, lock not available. */
    private static final Set<String> TOO_SLOW_STATES = Set.of("57014", "55P03", "70100");

    private static final String REFUSED_LOGIN_CLASS = "28";
    private static final String CONNECTION_CLASS = "08";
    private static final int DEEPEST = 32;

    private Refusal() {}

    static String explain(Exception refused, @Nullable SupportedDatabase database, MigrationSettings settings) {
        SchemaMigrationException ours = find(refused, SchemaMigrationException.class);
        if (ours != null) {
            return String.valueOf(ours.getMessage());
        }
        String script = database == null ? "the file of your database in docs/schema" : database.script();
        return kindOf(refused, database).text(script, settings.statementTimeout()) + ". It said: " + firstLine(refused);
    }

    /** @param database null while there is no connection yet */
    static RefusalCure kindOf(Exception refused, @Nullable SupportedDatabase database) {
        if (find(refused, ValidationFailedException.class) != null) {
            return CHANGED;
        }
        if (find(refused, SocketTimeoutException.class) != null && database != null) {
            return TOO_SLOW;
        }
        SQLException said = find(refused, SQLException.class);
        if (said == null) {
            return OTHER;
        }
        RefusalCure kind = kindOf(said);
        return kind == OTHER && database == null ? NO_CONNECTION : kind;
    }

    private static RefusalCure kindOf(SQLException said) {
        String state = said.getSQLState() == null ? "" : said.getSQLState();
        int code = said.getErrorCode();
        if (NOT_ALLOWED_STATES.contains(state) || SupportedDatabase.means(NOT_ALLOWED, code)) {
            return NOT_ALLOWED;
        }
        if (READ_ONLY_STATES.contains(state) || SupportedDatabase.means(READ_ONLY, code)) {
            return READ_ONLY;
        }
        if (NO_SCHEMA_STATES.contains(state) || SupportedDatabase.means(NO_SCHEMA, code)) {
            return NO_SCHEMA;
        }
        if (EXISTS_STATES.contains(state)) {
            return MADE_OTHERWISE;
        }
        if (TOO_SLOW_STATES.contains(state) || SupportedDatabase.means(TOO_SLOW, code)) {
            return TOO_SLOW;
        }
        if (state.startsWith(REFUSED_LOGIN_CLASS)) {
            return REFUSED_LOGIN;
        }
        return isConnectionLost(said, state) ? NO_CONNECTION : OTHER;
    }

    private static boolean isConnectionLost(SQLException said, String state) {
        return state.startsWith(CONNECTION_CLASS)
                || said instanceof SQLTransientConnectionException
                || said instanceof SQLNonTransientConnectionException
                || said instanceof SQLRecoverableException;
    }

    private static String firstLine(Exception refused) {
        SQLException said = find(refused, SQLException.class);
        String message = String.valueOf((said == null ? refused : said).getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** The deepest one: servers wrap what the driver said. */
    private static <X extends Throwable> @Nullable X find(Throwable refused, Class<X> type) {
        X found = null;
        Throwable cause = refused;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                found = type.cast(cause);
            }
            cause = cause.getCause();
        }
        return found;
    }
}
