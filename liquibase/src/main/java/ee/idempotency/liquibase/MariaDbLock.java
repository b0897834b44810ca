// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A named lock of a session, on a connection of its own. The names are the server's, so the database's is in it. In a
 * Galera cluster it holds on one server only: there Liquibase's own lock, a row, decides between the servers.
 */
record MariaDbLock(Connection connection) implements MigrationLock {

    private static final String NAME = "concat('idempotency-ee ', md5(database()))";

    @Override
    public boolean tryLock() throws SQLException {
        return "1".equals(Query.text(connection, "select get_lock(" + NAME + ", 0)"));
    }

    @Override
    public boolean isHeld() throws SQLException {
        return "1".equals(Query.text(connection, "select is_used_lock(" + NAME + ") = connection_id()"));
    }

    @Override
    public String holder() throws SQLException {
        String holder = Query.text(
                connection,
                "select concat('session ', id, ' from ', host, ', connected as ', user, '; kill ', id, ' ends it')"
                        + " from information_schema.processlist where id = is_used_lock(" + NAME + ")");
        return holder.isEmpty() ? "a session that has just ended or of another user" : holder;
    }

    @Override
    public boolean isAlone() throws SQLException {
        String servers = Query.text(
                connection,
                "select variable_value from information_schema.global_status"
                        + " where variable_name = 'wsrep_cluster_size'");
        return servers.isEmpty() || Integer.parseInt(servers) <= 1;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            Query.text(connection, "select release_lock(" + NAME + ")");
        }
    }
}
