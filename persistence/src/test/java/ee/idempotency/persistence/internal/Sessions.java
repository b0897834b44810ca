// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.liquibase.TestDatabase;

/** What the databases tell of their sessions. */
final class Sessions {

    private Sessions() {}

    /** A query for the number of the connection's session. */
    static String own(TestDatabase database) {
        return switch (database) {
            case H2 -> "select session_id()";
            case POSTGRESQL -> "select pg_backend_pid()";
            case MARIADB -> "select connection_id()";
        };
    }

    /** A query for how many other sessions wait with a statement of the store. */
    static String waiting(TestDatabase database) {
        return switch (database) {
            // H2 tells no lock of an index; a statement that is still executing waits, because all else is done in no
            // time
            case H2 ->
                "select count(*) from information_schema.sessions where session_id <> session_id()"
                        + " and executing_statement like '%idempotency_record%'";
            case POSTGRESQL ->
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                        + " and query like '%idempotency_record%'";
            case MARIADB ->
                "select count(*) from information_schema.innodb_trx t join information_schema.processlist p"
                        + " on p.id = t.trx_mysql_thread_id where t.trx_state = 'LOCK WAIT' and p.db = database()";
        };
    }
}
