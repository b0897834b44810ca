// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.spi.RecordDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The table {@code idempotency_outbox}, as publisher and relay use it. A relay owns an event by a token, until {@code due_at};
 * each of its writes names the token, so one that was too slow changes nothing. {@code due_at} is when something is to be done
 * with the event: to send it, to send it after all although a relay has it, or to delete it. Thread-safe.
 */
final class OutboxTable {

    private static final String UNSENT = "state in ('WAITING', 'SENDING') and due_at <= ";
    private static final String OWNED = " where state = 'SENDING' and id = ? and owner_token = ?";

    private final RecordDatabase database;
    private final String source;

    /** @param source what the events' sources begin with */
    OutboxTable(RecordDatabase database, String source) {
        this.database = database;
        this.source = source;
    }

    /** What a relay has got. {@code candidates} were due; another relay may have been faster. */
    record Batch(int candidates, UUID token, List<OutboxEvent> events) {}

    /**
     * Records an event in the open transaction; one of that id that is there already stays as it is.
     *
     * @param isKept false if it is only to be seen in the database's log: it is deleted again at once
     */
    void insert(UUID id, NewEvent event, Origin origin, boolean isKept) {
        database.inCurrent(connection -> {
            Sql sql = Sql.of(connection);
            boolean isNew = insert(connection, sql, id, event, origin);
            if (isNew && !isKept) {
                new Update()
                        .sql("delete from idempotency_outbox where id = ?", id)
                        .execute(connection);
            }
            return isNew;
        });
    }

    private static boolean insert(Connection connection, Sql sql, UUID id, NewEvent event, Origin origin)
            throws SQLException {
        Update insert = new Update()
                .sql(
                        "insert into idempotency_outbox (id, aggregatetype, aggregateid, type, payload, tries, state,"
                                + " tenant, operation, created_at, due_at) values (?, ?, ?, ?, ?, 0, 'WAITING', ?, ?, ",
                        id,
                        event.aggregateType(),
                        event.aggregateId(),
                        event.type(),
                        event.payload(),
                        origin.tenant(),
                        origin.operation())
                .sql(sql.now + ", " + sql.now + ")" + sql.unlessThere);
        try {
            return insert.execute(connection) == 1;
        } catch (SQLException failed) {
            if (sql.isDuplicate(failed)) {
                return false;
            }
            throw failed;
        }
    }

    /**
     * Makes events that are due the caller's: at most {@code limit}, and of an ordered aggregate only the oldest that is
     * neither sent nor discarded. They are looked for in one transaction and claimed in another, by primary key and under
     * the same condition: no gap is locked that would keep others from publishing, and of two relays that find the same
     * events one gets each.
     */
    Batch claim(int limit, Duration lease, boolean isOrdered) {
        List<UUID> candidates = database.inNew(connection -> new Update()
                .sql("select id from idempotency_outbox o where " + UNSENT + Sql.of(connection).now)
                .sql(
                        isOrdered
                                ? " and not exists (select 1 from idempotency_outbox p where p.aggregatetype ="
                                        + " o.aggregatetype and p.aggregateid = o.aggregateid and p.sequence_no <"
                                        + " o.sequence_no and p.state in ('WAITING', 'SENDING', 'DEAD'))"
                                : "")
                .sql(" order by sequence_no limit ?", limit)
                .read(connection, row -> UUID.fromString(row.getString(1))));
        UUID token = UUID.randomUUID();
        return candidates.isEmpty()
                ? new Batch(0, token, List.of())
                : new Batch(candidates.size(), token, own(candidates, token, lease));
    }

    private List<OutboxEvent> own(List<UUID> ids, UUID token, Duration lease) {
        List<UUID> inOneOrder = ids.stream().sorted().toList(); // so that two relays do not wait for each other
        return database.inNew(connection -> {
            Sql sql = Sql.of(connection);
            new Update()
                    .sql("update idempotency_outbox set state = 'SENDING', tries = tries + 1, owner_token = ?,", token)
                    .sql(" due_at = " + sql.later + " where " + UNSENT + sql.now + " and id in ", lease)
                    .ids(inOneOrder)
                    .execute(connection);
            return new Update()
                    .sql("select id, aggregatetype, aggregateid, type, payload, tenant, operation, created_at, tries"
                            + " from idempotency_outbox where id in ")
                    .ids(inOneOrder)
                    .sql(" and owner_token = ? order by sequence_no", token)
                    .read(connection, row -> event(sql, row));
        });
    }

    private OutboxEvent event(Sql sql, ResultSet row) throws SQLException {
        Origin origin = new Origin(row.getString(6), row.getString(7));
        return new OutboxEvent(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                origin.tenant(),
                origin.operation(),
                origin.sourceAfter(source),
                sql.time(row, 8),
                row.getInt(9));
    }

    /** It was sent; false if it is not the token's any more. */
    boolean sent(UUID id, UUID token, Duration retention) {
        return write(id, token, "state = 'SENT', last_error = null", retention);
    }

    /** It was not sent, and is due again after the pause. */
    boolean failed(UUID id, UUID token, String error, Duration pause) {
        return write(id, token, "state = 'WAITING', last_error = ?", pause, error);
    }

    /** It was not even tried. */
    boolean giveBack(UUID id, UUID token) {
        return write(id, token, "state = 'WAITING', tries = tries - 1", Duration.ZERO);
    }

    /** It was not sent, and is not tried again. */
    boolean dead(UUID id, UUID token, String error) {
        return database.inNew(connection -> new Update()
                        .sql(
                                "update idempotency_outbox set state = 'DEAD', due_at = null, owner_token ="
                                        + " null, last_error = ?" + OWNED,
                                error,
                                id,
                                token)
                        .execute(connection)
                == 1);
    }

    private boolean write(UUID id, UUID token, String changes, Duration dueAfter, Object... values) {
        return database.inNew(connection -> new Update()
                        .sql("update idempotency_outbox set " + changes, values)
                        .sql(", owner_token = null, due_at = " + Sql.of(connection).later, dueAfter)
                        .sql(OWNED, id, token)
                        .execute(connection)
                == 1);
    }

    /** Deletes at most {@code limit} events that were sent or discarded and have been kept long enough; how many. */
    int sweep(int limit) {
        String condition = "state in ('SENT', 'DISCARDED') and due_at <= ";
        List<UUID> ids = database.inNew(connection -> new Update()
                .sql("select id from idempotency_outbox where " + condition + Sql.of(connection).now)
                .sql(" limit ?", limit)
                .read(connection, row -> UUID.fromString(row.getString(1))));
        return ids.isEmpty()
                ? 0
                : database.inNew(connection -> new Update()
                        .sql("delete from idempotency_outbox where " + condition + Sql.of(connection).now
                                + " and id in ")
                        .ids(ids.stream().sorted().toList())
                        .execute(connection));
    }
}
