// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * An advisory lock of a transaction that stays open on a connection of its own. One of a session would stay behind a
 * transaction pooler (PgBouncer with {@code pool_mode = transaction}) on a session that others use; an open
 * transaction keeps its session to itself, and both end together. The key is one for the whole database.
 */
record PostgreSqlLock(Connection connection) implements MigrationLock {

    /** "idempote" in ASCII; the keys of advisory locks are shared by all users of a database. */
    private static final long KEY = 0x6964656d706f7465L;

    private static final String OF_THE_KEY = "locktype = 'advisory' and granted and objsubid = 1 and classid = "
            + (KEY >>> 32) + " and objid = " + (KEY & 0xffffffffL)
            + " and database = (select oid from pg_database where datname = current_database())";

    @Override
    public boolean tryLock() throws SQLException {
        connection.setAutoCommit(false);
        if ("t".equals(Query.text(connection, "select pg_try_advisory_xact_lock(" + KEY + ")"))) {
            // it is idle while the other connection works, and must not be ended for that
            Query.text(
                    connection,
                    "select set_config(name, '0', true) from pg_settings where name in"
                            + " ('idle_in_transaction_session_timeout', 'transaction_timeout')");
            Query.text(connection, "select set_config('application_name', '" + Node.NAME + "', true)");
            return true;
        }
        connection.rollback();
        return false;
    }

    @Override
    public boolean isHeld() throws SQLException {
        return "t"
                .equals(Query.text(
                        connection,
                        "select exists (select from pg_locks where pid = pg_backend_pid() and " + OF_THE_KEY + ")"));
    }

    @Override
    public String holder() throws SQLException {
        String holder = Query.text(
                connection,
                "select concat(application_name, ', session ', pid, ' from ', client_addr, ' since ', xact_start,"
                        + " '; select pg_terminate_backend(', pid, ') ends it')"
                        + " from pg_locks join pg_stat_activity using (pid) where " + OF_THE_KEY);
        connection.rollback();
        return holder.isEmpty() ? "a session that has just ended" : holder;
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
