// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.persistence.IdempotencyRecordEntity;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Changes records through the entity, whose version is the condition of the statement that JPA writes: an owner or another
 * administrator who was faster makes it fail. The owner's own statements name the version too, so they fail in turn. The
 * entry of the audit trail is a statement of the same transaction.
 */
final class EntityAdministration implements AdministrativeVerbs {

    private final EntityAccess access;

    EntityAdministration(EntityAccess access) {
        this.access = access;
    }

    @Override
    public void change(RecordKey recordKey, int version, RecordChange change, ChangeNote note) {
        access.write(entities -> change(entities, recordKey, version, change, note));
    }

    /** How many entries the audit trail got. */
    private int change(EntityManager entities, RecordKey recordKey, int version, RecordChange change, ChangeNote note) {
        Instant now = access.clock(entities);
        Summary before = EntityBrowser.find(entities, recordKey, now).orElseThrow(() -> RecordChange.stale(recordKey));
        change.check(before, version);
        if (!(change instanceof RecordChange.Reveal)) {
            IdempotencyRecordEntity entity = entities.find(IdempotencyRecordEntity.class, recordKey.value());
            if (entity == null || entity.getVersion() != version) {
                throw RecordChange.stale(recordKey);
            }
            apply(change, entities, entity, now);
            flush(entities, recordKey);
        }
        return access.audit(entities, before, change, note);
    }

    private static void apply(
            RecordChange change, EntityManager entities, IdempotencyRecordEntity entity, Instant now) {
        if (change instanceof RecordChange.ExpireLease) {
            entity.expireLease(now.atOffset(ZoneOffset.UTC));
        } else if (change instanceof RecordChange.Resolve resolve) {
            settle(entity, resolve.outcome());
            entity.keepUntil(now.plus(resolve.retention()).atOffset(ZoneOffset.UTC));
        } else {
            entities.remove(entity);
        }
    }

    private static void settle(IdempotencyRecordEntity entity, Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            Bytes body = completed.body();
            entity.complete(
                    (short) completed.status(),
                    Header.format(completed.headers()),
                    body == null ? null : body.toArray(),
                    completed.hash().toArray());
        } else if (outcome instanceof Outcome.Failed failed) {
            entity.fail(failed.code(), failed.message());
        }
    }

    /** Here, not at the commit: by then nobody could say what was refused. */
    private static void flush(EntityManager entities, RecordKey recordKey) {
        try {
            entities.flush();
        } catch (OptimisticLockException lost) {
            throw RecordChange.stale(recordKey);
        }
    }

    @Override
    public Optional<Summary> show(RecordKey recordKey) {
        return access.read(entities -> EntityBrowser.find(entities, recordKey, access.clock(entities)));
    }

    @Override
    public List<AuditEntry> audit(RecordKey recordKey, int limit) {
        return access.audit(recordKey, limit);
    }
}
