// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.OutboxAdmin;
import ee.idempotency.spi.RecordDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The verbs of operators. */
final class AdministeredOutbox implements OutboxAdmin {

    private static final int MAX_LIMIT = 1_000;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 900;
    private final RecordDatabase database;
    private final OutboxSettings settings;

    AdministeredOutbox(RecordDatabase database, OutboxSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Statistics statistics() {
        return database.inNew(connection -> {
            Map<State, Long> events = new EnumMap<>(State.class);
            new Update()
                    .sql("select state, count(*) from idempotency_outbox group by state")
                    .read(connection, row -> events.put(State.valueOf(row.getString(1)), row.getLong(2)));
            return new Statistics(events, oldestUnsent(connection));
        });
    }

    private static Optional<Instant> oldestUnsent(Connection connection) throws SQLException {
        Sql sql = Sql.of(connection);
        return new Update()
                        .sql("select created_at from idempotency_outbox where state in ('WAITING', 'SENDING')"
                                + " order by sequence_no limit 1")
                        .read(connection, row -> sql.time(row, 1))
                        .stream()
                        .findFirst();
    }

    @Override
    public List<DeadEvent> dead(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("The limit is from 1 to " + MAX_LIMIT + ", not " + limit);
        }
        return database.inNew(connection -> {
            Sql sql = Sql.of(connection);
            return new Update()
                    .sql(
                            "select id, aggregatetype, aggregateid, type, created_at, tries, last_error"
                                    + " from idempotency_outbox where state = 'DEAD' order by sequence_no limit ?",
                            limit)
                    .read(
                            connection,
                            row -> new DeadEvent(
                                    UUID.fromString(row.getString(1)),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    sql.time(row, 5),
                                    row.getInt(6),
                                    String.valueOf(row.getString(7))));
        });
    }

    @Override
    public boolean retry(UUID id) {
        boolean done = database.inNew(connection ->
                new Update().sql(retried(connection) + "id = ?", id).execute(connection) == 1);
        if (done) {
            OutboxLog.changed(id, "tried again");
        }
        return done;
    }

    @Override
    public int retryAll(String type) {
        int events = database.inNew(connection ->
                new Update().sql(retried(connection) + "type = ?", type).execute(connection));
        OutboxLog.retriedAll(events);
        return events;
    }

    private static String retried(Connection connection) throws SQLException {
        return "update idempotency_outbox set state = 'WAITING', tries = 0, due_at = " + Sql.of(connection).now
                + " where state = 'DEAD' and ";
    }

    @Override
    public boolean discard(UUID id, String reason) {
        if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "A reason has " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        }
        boolean done = database.inNew(connection -> new Update()
                        .sql(
                                "update idempotency_outbox set state = 'DISCARDED', last_error = ?",
                                "discarded: " + reason)
                        .sql(", due_at = " + Sql.of(connection).later, settings.sentRetention())
                        .sql(" where state = 'DEAD' and id = ?", id)
                        .execute(connection)
                == 1);
        if (done) {
            OutboxLog.changed(id, "discarded");
        }
        return done;
    }
}
