// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import ee.idempotency.it.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What PostgreSQL executed, by its own log; while it is open, everything is logged. */
final class StatementLog implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("(\\d+)/(\\d+) LOG:  (?:statement|execute [^:]+): ?(.*)");

    /**
     * One statement.
     *
     * @param session the process of the database session
     * @param writes whether its transaction had written before it
     * @param sql its first line
     */
    record Entry(int session, boolean writes, String sql) {

        boolean isCommit() {
            return sql.equals("COMMIT");
        }

        /** Not those that begin and end transactions. */
        boolean isWork() {
            return !isCommit() && !sql.equals("BEGIN") && !sql.equals("ROLLBACK");
        }

        /** What the server's pool does with a connection when it gives it out or gets it back. */
        private boolean isOfPool() {
            return sql.isEmpty() || sql.contains("pg_catalog.pg_type");
        }
    }

    private final Connection connection;
    private final int session;
    private long position;
    private long end;

    StatementLog() throws SQLException {
        connection = TestDatabase.connect();
        session = (int) number("select pg_backend_pid()");
        set("log_line_prefix", "'%p/%x '");
        set("log_statement", "'all'");
    }

    private void set(String name, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter system set " + name + " = " + value);
            statement.execute("select pg_reload_conf()");
        }
    }

    /**
     * What was logged since the last call, except by this log itself and by the server's pool. PostgreSQL writes its log later
     * than it answers, but in order: a statement of this log stands after all that was executed before. Nor does a session log
     * at once when it is asked to, so that the statement is repeated until it is seen.
     */
    List<Entry> read() throws SQLException {
        String mark = "mark " + UUID.randomUUID();
        String text = Awaitility.await("the log of PostgreSQL")
                .atMost(Duration.ofMinutes(1))
                .until(() -> unread(mark), logged -> logged.contains(mark));
        position = end;
        List<Entry> entries = new ArrayList<>();
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            Entry entry =
                    new Entry(Integer.parseInt(lines.group(1)), !lines.group(2).equals("0"), lines.group(3));
            if (entry.session() != session && !entry.isOfPool()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private String unread(String mark) throws SQLException {
        text("select '" + mark + "'");
        end = number("select size from pg_stat_file(pg_current_logfile())");
        return text("select pg_read_file(pg_current_logfile(), " + position + ", " + (end - position) + ")");
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            set("log_statement", "default");
        }
    }
}
