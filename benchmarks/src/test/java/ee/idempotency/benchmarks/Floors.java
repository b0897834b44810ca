// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The least that a correct design costs: raw JDBC, prepared statements, one small table without constraints but its
 * primary key. Each has the business insert in it.
 */
final class Floors {

    static final String WORK = "work alone";
    static final String A = "A: claim, work, outcome";
    static final String A_AGAIN = "A again (A/A)";
    static final String A2 = "A2: claim, work with outcome";
    static final String B = "B: all in one transaction";
    static final String B_LATE = "B': one late insert";
    static final String READ = "C: one read by primary key";

    static final String WORK_TABLE = "create table payment (id uuid primary key, amount bigint not null)";
    static final String INSERT_WORK = "insert into payment values (?, 4200)";
    static final String TABLE = """
            create table floor_record (id uuid primary key, fingerprint bytea not null, owner_token uuid,
              version integer not null, state smallint not null, lease_until timestamptz,
              expires_at timestamptz not null, status smallint, headers text, body bytea);
            create index on floor_record (expires_at)""";

    private static final String CLAIM = "insert into floor_record (id, fingerprint, owner_token, version, state,"
            + " lease_until, expires_at) values (?, ?, ?, 1, 0, clock_timestamp() + interval '1 minute',"
            + " clock_timestamp() + interval '1 day') on conflict (id) do nothing";
    private static final String SETTLE = "update floor_record set state = 1, version = version + 1, owner_token = null,"
            + " lease_until = null, status = ?, headers = ?, body = ?"
            + " where id = ? and owner_token = ? and version = 1 and state = 0";
    private static final String LATE = "insert into floor_record (id, fingerprint, version, state, expires_at, status,"
            + " headers, body) values (?, ?, 1, 1, clock_timestamp() + interval '1 day', ?, ?, ?)";
    private static final String LOCK_AND_LOOK =
            "select pg_advisory_xact_lock(?), (select state from floor_record where id = ?)";
    private static final String LOOK =
            "select fingerprint, state, status, headers, body from floor_record where id = ?";

    private static final byte[] FINGERPRINT = new byte[33];
    private static final byte[] BODY = new byte[1024];
    private static final int RECORDS = 500;

    private final DataSource pool;

    Floors(DataSource pool) {
        this.pool = pool;
    }

    /** Their calls by name. */
    Map<String, Callable<Object>> calls() throws SQLException {
        Map<String, Callable<Object>> calls = new LinkedHashMap<>();
        calls.put(WORK, () -> inTransaction(Floors::work));
        calls.put(A, this::claimWorkOutcome);
        calls.put(A_AGAIN, this::claimWorkOutcome);
        calls.put(A2, this::claimThenWorkWithOutcome);
        calls.put(B, this::oneTransaction);
        calls.put(B_LATE, this::lateInsert);
        calls.put(READ, reader());
        return calls;
    }

    private Object claimWorkOutcome() throws SQLException {
        UUID id = UUID.randomUUID();
        alone(connection -> claim(connection, id));
        inTransaction(Floors::work);
        return alone(connection -> settle(connection, id));
    }

    private Object claimThenWorkWithOutcome() throws SQLException {
        UUID id = UUID.randomUUID();
        alone(connection -> claim(connection, id));
        return inTransaction(connection -> {
            work(connection);
            return settle(connection, id);
        });
    }

    private Object oneTransaction() throws SQLException {
        UUID id = UUID.randomUUID();
        return inTransaction(connection -> {
            claim(connection, id);
            work(connection);
            return settle(connection, id);
        });
    }

    private Object lateInsert() throws SQLException {
        UUID id = UUID.randomUUID();
        return inTransaction(connection -> {
            update(connection, LOCK_AND_LOOK, id.getMostSignificantBits(), id);
            work(connection);
            return update(connection, LATE, id, FINGERPRINT, 201, "Content-Type: application/json", BODY);
        });
    }

    private Callable<Object> reader() throws SQLException {
        List<UUID> stored = Stream.generate(UUID::randomUUID).limit(RECORDS).toList();
        for (UUID id : stored) {
            alone(connection -> claim(connection, id));
            alone(connection -> settle(connection, id));
        }
        return () -> alone(connection ->
                update(connection, LOOK, stored.get(ThreadLocalRandom.current().nextInt(RECORDS))));
    }

    private static Object work(Connection connection) throws SQLException {
        return update(connection, INSERT_WORK, UUID.randomUUID());
    }

    private static Object claim(Connection connection, UUID id) throws SQLException {
        return update(connection, CLAIM, id, FINGERPRINT, id);
    }

    private static Object settle(Connection connection, UUID id) throws SQLException {
        return update(connection, SETTLE, 201, "Content-Type: application/json", BODY, id, id);
    }

    /** Executes a statement and reads what it returns. */
    private static Object update(Connection connection, String text, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (ResultSet rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                rows.next();
                return IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> value(rows, column))
                        .filter(value -> value != null)
                        .count();
            }
        }
    }

    private static Object value(ResultSet rows, int column) {
        try {
            return rows.getObject(column);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Statements on a connection. */
    interface Sql {

        Object run(Connection connection) throws SQLException;
    }

    private Object alone(Sql sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return sql.run(connection);
        }
    }

    private Object inTransaction(Sql sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            Object result = sql.run(connection);
            connection.commit();
            return result;
        }
    }
}
