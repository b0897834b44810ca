--liquibase formatted sql logicalFilePath:ee/idempotency/liquibase/002-audit.sql
-- SPDX-FileCopyrightText: 2026 The Idempotency EE authors
-- SPDX-License-Identifier: Apache-2.0
-- What administrators did with records. Rows are only ever added; they outlive the records, so nothing refers to those.

--changeset idempotency-ee:002-audit-table splitStatements:true endDelimiter:;
create table idempotency_audit (
  id ${idem.uuid.type} not null,
  record_id ${idem.uuid.type} not null,
  audited_at ${idem.time.type} not null,
  version_before integer not null,
  state_before ${idem.varchar}(11${idem.chars}) not null,
  verb ${idem.varchar}(17${idem.chars}) not null,
  operation ${idem.varchar}(255${idem.chars}) not null,
  actor ${idem.varchar}(255${idem.chars}) not null,
  reason ${idem.varchar}(1024${idem.chars}) not null,
  constraint pk_idempotency_audit primary key (id),
  constraint ck_idempotency_audit_state check (
    case state_before when 'IN_PROGRESS' then 1 when 'COMPLETED' then 1 when 'FAILED' then 1 else 0 end = 1),
  constraint ck_idempotency_audit_verb check (
    case verb when 'RELEASE' then 1 when 'EXPIRE_LEASE' then 1 when 'RESOLVE_COMPLETED' then 1
    when 'RESOLVE_FAILED' then 1 when 'NEVER_HAPPENED' then 1 when 'DELETE' then 1 when 'REVEAL' then 1 else 0 end = 1),
  constraint ck_idempotency_audit_version check (version_before >= 0),
  constraint ck_idempotency_audit_reason check (${idem.reason.length} >= 10)
)${idem.table.options};
--rollback drop table idempotency_audit;

--changeset idempotency-ee:002-index-of-the-audit
create index ix_idempotency_audit_record on idempotency_audit (record_id);
--rollback drop index ix_idempotency_audit_record${idem.of.audit};
