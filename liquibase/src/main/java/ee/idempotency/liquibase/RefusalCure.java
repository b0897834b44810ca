// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import liquibase.exception.ValidationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What stopped a migration, in one sentence, and what to do about it. Judged by type, SQLState and vendor code, never by
 * a text; what the database said comes last.
 */
enum RefusalCure {
    NOT_ALLOWED(
            "The user of the data source may not create or change tables. Let the owner of the schema run %1$s, or what"
                    + " is new in it, and set idempotency.migrate=false; or name in idempotency.datasource a data source"
                    + " of the same database whose user may"),
    READ_ONLY("The database can only be read, as a replica can. Name in idempotency.datasource a data source of the"
            + " database that is written to, or migrate there and set idempotency.migrate=false here"),
    NO_SCHEMA("There is no such database or schema. Create it, or correct the URL of the data source"
            + " idempotency.datasource (PostgreSQL: currentSchema, or the user's search_path)"),
    MADE_OTHERWISE("The table idempotency_record exists, and idempotency_changelog does not say that this migrator made"
            + " it. If it was made by hand or by a change log of yours, set idempotency.migrate=false; to let the migrator"
            + " take over, see docs/schema.md, Migration by hand"),
    CHANGED("The change sets that were applied to this database are not those of this release: the schema was made by"
            + " another build, or idempotency_changelog was edited. Compare the table with %1$s; if it is the same, run"
            + " update idempotency_changelog set md5sum = null, and start again"),
    REFUSED_LOGIN("The database refuses the user or the password of the data source. Correct the data source that"
            + " idempotency.datasource names"),
    TOO_SLOW(
            "A statement took longer than idempotency.migrate.statement-timeout = %2$s, or than a limit of the database"
                    + " (PostgreSQL: statement_timeout, lock_timeout; MariaDB: max_statement_time, lock_wait_timeout). End what"
                    + " holds the table, lift the limit for the user of the data source, or run %1$s by hand and set"
                    + " idempotency.migrate=false"),
    NO_CONNECTION("The database gave no connection, or dropped it. Check that it runs and that the data source that"
            + " idempotency.datasource names reaches it and gives two connections at a time; or migrate before the start"
            + " and set idempotency.migrate=false"),
    OTHER("The database or Liquibase refused. Cure what is said here, or run %1$s by hand and set"
            + " idempotency.migrate=false");

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

    private final String cure;

    RefusalCure(String cure) {
        this.cure = cure;
    }

    static String of(Exception refused, @Nullable SupportedDatabase database, MigrationSettings settings) {
        SchemaMigrationException ours = find(refused, SchemaMigrationException.class);
        if (ours != null) {
            return String.valueOf(ours.getMessage());
        }
        String script = database == null ? "the file of your database in docs/schema" : database.script();
        String cure = kindOf(refused, database).cure;
        return String.format(Locale.ROOT, cure, script, settings.statementTimeout()) + ". It said: "
                + firstLine(refused);
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
