// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The witness table and the records beside it, as the test sees them: past the servers, straight from the database. */
final class Effects {

    private final String url;

    Effects(int port) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&connectTimeout=5&socketTimeout=30";
    }

    void createTable() throws SQLException {
        update("create table witness (id varchar(36) not null, idempotency_key varchar(255) not null,"
                + " mode varchar(20) not null, pid bigint not null,"
                + " written_at timestamptz not null default clock_timestamp())");
        update("create index ix_witness on witness (idempotency_key)");
    }

    /** Of each key the ids of its effects. */
    Map<String, List<String>> of(Collection<Key> keys) throws SQLException {
        Map<String, List<String>> effects = new HashMap<>();
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(
                        "select idempotency_key, id from witness where idempotency_key = any (?)")) {
            select.setArray(1, array(connection, keys));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    effects.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return effects;
    }

    /** How many of the keys were claimed more than once. */
    int takeovers(Collection<Key> keys) throws SQLException {
        return count("select count(*) from idempotency_record where attempt > 1 and idempotency_key = any (?)", keys);
    }

    /** How many of the keys are in progress, their owner's lease over or not. */
    int inProgress(Collection<Key> keys) throws SQLException {
        return count(
                "select count(*) from idempotency_record where state = 'IN_PROGRESS' and idempotency_key = any (?)",
                keys);
    }

    /** Waits until no owner has a lease on one of the keys. */
    void awaitEndOfLeases(Collection<Key> keys, Duration atMost) {
        Awaitility.await()
                .atMost(atMost)
                .until(() -> count(
                                "select count(*) from idempotency_record where state = 'IN_PROGRESS'"
                                        + " and lease_until > clock_timestamp() and idempotency_key = any (?)",
                                keys)
                        == 0);
    }

    /**
     * Puts completed keys back to where their owner would have left them had it died before its effect.
     *
     * @param leaseLeft by the database's clock; negative if the lease is over
     */
    int abandon(Collection<Key> keys, Duration leaseLeft) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement delete =
                        connection.prepareStatement("delete from witness where idempotency_key = any (?)");
                PreparedStatement update = connection.prepareStatement(
                        "update idempotency_record set state = 'IN_PROGRESS', owner_token = gen_random_uuid(),"
                                + " lease_until = clock_timestamp() + ? * interval '1 millisecond', status = null,"
                                + " headers = null, body = null, outcome_hash = null"
                                + " where state = 'COMPLETED' and idempotency_key = any (?)")) {
            delete.setArray(1, array(connection, keys));
            delete.executeUpdate();
            update.setLong(1, leaseLeft.toMillis());
            update.setArray(2, array(connection, keys));
            return update.executeUpdate();
        }
    }

    /** Ends the leases of all keys in progress now. */
    int expireLeases(Collection<Key> keys) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement update =
                        connection.prepareStatement("update idempotency_record set lease_until = clock_timestamp()"
                                + " where state = 'IN_PROGRESS' and idempotency_key = any (?)")) {
            update.setArray(1, array(connection, keys));
            return update.executeUpdate();
        }
    }

    private int count(String sql, Collection<Key> keys) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, array(connection, keys));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static java.sql.Array array(Connection connection, Collection<Key> keys) throws SQLException {
        return connection.createArrayOf("varchar", keys.stream().map(Key::id).toArray());
    }
}
