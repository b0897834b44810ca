--liquibase formatted sql logicalFilePath:ee/idempotency/liquibase/001-idempotency-record.sql
-- SPDX-FileCopyrightText: 2026 The Idempotency EE authors
-- SPDX-License-Identifier: Apache-2.0
-- Columns stand in the order of their alignment, fixed lengths first: no padding inside a row.
-- No "in (...)" in a check, nor an "or" of values: H2 2.4.240 refuses every row once the session that made the table
-- has ended.

--changeset idempotency-ee:001-table splitStatements:true endDelimiter:;
create table idempotency_record (
  id ${idem.uuid.type} not null,
  owner_token ${idem.uuid.type},
  created_at ${idem.time.type} not null,
  expires_at ${idem.time.type} not null,
  lease_until ${idem.time.type},
  attempt integer not null,
  version integer not null,
  status smallint,
  never_re_execute ${idem.flag.type} not null,
  state ${idem.varchar}(11${idem.chars}) not null,
  fingerprint ${idem.fingerprint.type} not null,
  outcome_hash ${idem.hash.type},
  tenant ${idem.varchar}(64${idem.chars}) not null,
  operation ${idem.varchar}(255${idem.chars}) not null,
  caller ${idem.varchar}(255${idem.chars})${idem.not.null},
  idempotency_key ${idem.varchar}(256${idem.chars}) not null,
  failure_code ${idem.varchar}(64${idem.chars}),
  failure_message ${idem.varchar}(1024${idem.chars}),
  headers ${idem.text.type},
  body ${idem.body.type},
  constraint pk_idempotency_record primary key (id),
  constraint ck_idempotency_state check (
    case state when 'IN_PROGRESS' then 1 when 'COMPLETED' then 1 when 'FAILED' then 1 else 0 end = 1),
  constraint ck_idempotency_in_progress check (state <> 'IN_PROGRESS' or (
    owner_token is not null and lease_until is not null
    and status is null and headers is null and body is null and outcome_hash is null
    and failure_code is null and failure_message is null)),
  constraint ck_idempotency_completed check (state <> 'COMPLETED' or (
    status is not null${idem.and.headers} and outcome_hash is not null
    and owner_token is null and lease_until is null
    and failure_code is null and failure_message is null)),
  constraint ck_idempotency_failed check (state <> 'FAILED' or (
    failure_code is not null${idem.and.failure.message}
    and owner_token is null and lease_until is null
    and status is null and headers is null and body is null and outcome_hash is null)),
  constraint ck_idempotency_attempt check (attempt >= 1),
  constraint ck_idempotency_version check (version >= 0),
  constraint ck_idempotency_expiry check (expires_at > created_at),
  constraint ck_idempotency_fingerprint check (${idem.fingerprint.length}),
  constraint ck_idempotency_outcome_hash check (${idem.hash.length}),
  constraint ck_idempotency_status check (status = 0 or status between 100 and 599)
)${idem.table.options};
--rollback drop table idempotency_record;

--changeset idempotency-ee:001-index-of-the-sweep
create index ix_idempotency_expires_at on idempotency_record (expires_at);
--rollback drop index ix_idempotency_expires_at${idem.of.table};
