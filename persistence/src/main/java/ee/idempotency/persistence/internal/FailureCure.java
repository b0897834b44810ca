// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.persistence.internal.KnownDatabase.Meaning;
import java.sql.SQLException;
import java.util.Set;

/** Names the cure for a statement that fails at every try. Decided by SQLState and vendor code. */
final class FailureCure {

    /** The cure where a right is missing. */
    static final String GRANT =
            "grant select, insert, update and delete on idempotency_record to the user of the data source";

    /** H2. */
    private static final String NO_RIGHT_STATE = "90096";

    /** PostgreSQL, where the check of the table calls a function. */
    private static final String NO_RIGHT_OR_FUNCTION_STATE = "42501";

    /** PostgreSQL; H2. */
    private static final Set<String> READ_ONLY_STATES = Set.of("25006", "90097");

    /** PostgreSQL: function, object; H2. */
    private static final Set<String> ABSENT_STATES = Set.of("42883", "42704", "90022");

    /** PostgreSQL: cancelled by a time-out of the session. MariaDB: likewise. */
    private static final Set<String> TIMED_OUT_STATES = Set.of("57014", "70100");

    private static final int LONGEST_TEXT = 200;

    private FailureCure() {}

    /** The state, the code, the database's own text and the cure. */
    static String describe(SQLException failed) {
        return "SQLState " + failed.getSQLState() + ", code " + failed.getErrorCode() + ", " + text(failed) + ": "
                + cure(failed);
    }

    /** Its first line, which names the object; the statements of the check hold no data of the application. */
    private static String text(SQLException failed) {
        String line = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        return "'" + line.substring(0, Math.min(LONGEST_TEXT, line.length())) + "'";
    }

    private static String cure(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        int code = failed.getErrorCode();
        if (SqlFailure.of(failed) == SqlFailure.NOT_RUN) {
            return Pooler.CURE;
        }
        if (NO_RIGHT_OR_FUNCTION_STATE.equals(state)) {
            return GRANT + ", and execute on the function idempotency_record_is_legal";
        }
        if (NO_RIGHT_STATE.equals(state) || Meaning.NO_RIGHT.has(code)) {
            return GRANT;
        }
        if (READ_ONLY_STATES.contains(state) || Meaning.READ_ONLY.has(code)) {
            return "the data source reaches a read-only replica, or its sessions are read-only: let it reach the"
                    + " primary, in sessions that may write";
        }
        if (ABSENT_STATES.contains(state) || Meaning.ABSENT.has(code)) {
            return "the database lacks a function that the statement needs, or hides it: look at its version and at the"
                    + " search_path of the session";
        }
        if (TIMED_OUT_STATES.contains(state)) {
            return "a time-out of the session is shorter than a statement on an idle table takes: raise it";
        }
        return "look for a setting of the database, of the session or of the driver that changes what SQL means; see"
                + " docs/databases.md";
    }
}
