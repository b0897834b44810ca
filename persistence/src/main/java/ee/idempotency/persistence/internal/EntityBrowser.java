// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.InvalidKeyException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the table, read through the entity. A page is as many entries of the index on {@code expires_at}, whatever the
 * filter says, and no bodies; the filter is applied here. Questions of time are answered by the database's clock.
 */
final class EntityBrowser implements RecordBrowser {

    /** A page that takes longer disturbs the calls that the table is for. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** Aliases in lower case, and no words of JPQL such as key: WildFly has Hibernate follow the standard to the letter. */
    private static final String COLUMNS =
            "select r.id as record_id, r.tenant as record_tenant, r.operation as record_operation,"
                    + " r.caller as record_caller, r.key as record_key, r.state as record_state,"
                    + " r.attempt as record_attempt, r.version as record_version,"
                    + " r.leaseUntil as record_lease_until, r.neverReExecute as record_never,"
                    + " r.createdAt as record_created_at, r.expiresAt as record_expires_at"
                    + " from IdempotencyRecordEntity r";

    /** The first condition alone is what an index is searched by. */
    private static final String AFTER = " where r.expiresAt >= :at and (r.expiresAt > :at or r.id > :id)";

    private static final String ORDER = " order by r.expiresAt, r.id";

    private final EntityAccess access;

    EntityBrowser(EntityAccess access) {
        this.access = access;
    }

    @Override
    public Page page(Filter filter, Optional<Position> after, int limit) {
        RecordBrowser.checkLimit(limit);
        return access.read(entities -> {
            Instant now = access.clock(entities);
            List<Tuple> rows = rows(entities, after, limit + 1);
            List<Tuple> visited = rows.subList(0, Math.min(limit, rows.size()));
            return new Page(
                    visited.stream()
                            .map(row -> summary(row, now))
                            .flatMap(Optional::stream)
                            .filter(filter::lists)
                            .toList(),
                    visited.size(),
                    rows.size() > limit ? Optional.of(position(visited.get(limit - 1))) : Optional.empty());
        });
    }

    /** One record; empty if there is none, or it counts as absent. */
    static Optional<Summary> find(EntityManager entities, RecordKey recordKey, Instant now) {
        return entities.createQuery(COLUMNS + " where r.id = :id", Tuple.class)
                .setParameter("id", recordKey.value())
                .getResultStream()
                .findFirst()
                .flatMap(row -> summary(row, now));
    }

    private static List<Tuple> rows(EntityManager entities, Optional<Position> after, int limit) {
        TypedQuery<Tuple> query = entities.createQuery(COLUMNS + (after.isPresent() ? AFTER : "") + ORDER, Tuple.class);
        after.ifPresent(
                position -> query.setParameter("at", position.expiresAt().atOffset(ZoneOffset.UTC))
                        .setParameter("id", position.recordKey().value()));
        return query.setMaxResults(limit)
                .setHint("jakarta.persistence.query.timeout", (int) TIMEOUT.toMillis())
                .getResultList();
    }

    private static Position position(Tuple row) {
        return new Position(time(row, "record_expires_at"), new RecordKey(row.get("record_id", UUID.class)));
    }

    /** Empty for what counts as absent, and for a binding that nobody could have stored: a lookup reports it as damaged. */
    private static Optional<Summary> summary(Tuple row, Instant now) {
        State state = State.valueOf(row.get("record_state", String.class));
        OnLeaseLost onLeaseLost =
                row.get("record_never", Boolean.class) ? OnLeaseLost.NEVER_RE_EXECUTE : OnLeaseLost.TAKE_OVER;
        OffsetDateTime lease = row.get("record_lease_until", OffsetDateTime.class);
        Instant leaseUntil = lease == null ? null : lease.toInstant();
        boolean leaseIsOver = leaseUntil != null && !now.isBefore(leaseUntil);
        Instant expiresAt = time(row, "record_expires_at");
        if (isExpired(state, leaseIsOver, onLeaseLost) && !now.isBefore(expiresAt)) {
            return Optional.empty();
        }
        return binding(row)
                .map(binding -> new Summary(
                        new RecordKey(row.get("record_id", UUID.class)),
                        binding,
                        state,
                        row.get("record_attempt", Integer.class),
                        row.get("record_version", Integer.class),
                        Optional.ofNullable(leaseUntil),
                        leaseIsOver,
                        onLeaseLost,
                        time(row, "record_created_at"),
                        expiresAt));
    }

    /** As far as the lease is concerned. */
    private static boolean isExpired(State state, boolean leaseIsOver, OnLeaseLost onLeaseLost) {
        return state != State.IN_PROGRESS || (leaseIsOver && onLeaseLost != OnLeaseLost.NEVER_RE_EXECUTE);
    }

    private static Optional<Binding> binding(Tuple row) {
        try {
            return Optional.of(new Binding(
                    text(row, "record_tenant"),
                    text(row, "record_operation"),
                    text(row, "record_caller"),
                    text(row, "record_key")));
        } catch (InvalidKeyException invalid) {
            return Optional.empty();
        }
    }

    private static String text(Tuple row, String column) {
        @Nullable String stored = row.get(column, String.class);
        return stored == null ? "" : stored;
    }

    private static Instant time(Tuple row, String column) {
        return row.get(column, OffsetDateTime.class).toInstant();
    }
}
