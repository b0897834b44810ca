--liquibase formatted sql logicalFilePath:ee/idempotency/liquibase/001-idempotency-record.sql
-- SPDX-FileCopyrightText: 2026 The Idempotency EE authors
-- SPDX-License-Identifier: Apache-2.0
-- Columns stand in the order of their alignment, fixed lengths first: no padding inside a row.
-- body_json says what a stored answer says, for queries by those who operate the application. It is never read to answer
-- a request, and not indexed: an index would keep PostgreSQL from completing a record in place.

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
  body_json ${idem.json.type},
  constraint pk_idempotency_record primary key (id)
)${idem.table.options};
--rollback drop table idempotency_record;

-- No "in (...)" in a check, nor an "or" of values: H2 2.4.240 refuses every row once the session that made the table
-- has ended.
--changeset idempotency-ee:001-checks dbms:!postgresql splitStatements:true endDelimiter:;
alter table idempotency_record add constraint ck_idempotency_state check (
  case state when 'IN_PROGRESS' then 1 when 'COMPLETED' then 1 when 'FAILED' then 1 else 0 end = 1);
alter table idempotency_record add constraint ck_idempotency_in_progress check (state <> 'IN_PROGRESS' or (
  owner_token is not null and lease_until is not null
  and status is null and headers is null and body is null and outcome_hash is null
  and failure_code is null and failure_message is null));
alter table idempotency_record add constraint ck_idempotency_completed check (state <> 'COMPLETED' or (
  status is not null${idem.and.headers} and outcome_hash is not null
  and owner_token is null and lease_until is null
  and failure_code is null and failure_message is null));
alter table idempotency_record add constraint ck_idempotency_failed check (state <> 'FAILED' or (
  failure_code is not null${idem.and.failure.message}
  and owner_token is null and lease_until is null
  and status is null and headers is null and body is null and outcome_hash is null));
alter table idempotency_record add constraint ck_idempotency_attempt check (attempt >= 1);
alter table idempotency_record add constraint ck_idempotency_version check (version >= 0);
alter table idempotency_record add constraint ck_idempotency_expiry check (expires_at > created_at);
alter table idempotency_record add constraint ck_idempotency_fingerprint check (${idem.fingerprint.length});
alter table idempotency_record add constraint ck_idempotency_outcome_hash check (${idem.hash.length});
alter table idempotency_record add constraint ck_idempotency_status check (status = 0 or status between 100 and 599);
alter table idempotency_record add constraint ck_idempotency_body_json check (
  body_json is null or body is not null${idem.and.json});
--rollback alter table idempotency_record drop constraint ck_idempotency_body_json;
--rollback alter table idempotency_record drop constraint ck_idempotency_status;
--rollback alter table idempotency_record drop constraint ck_idempotency_outcome_hash;
--rollback alter table idempotency_record drop constraint ck_idempotency_fingerprint;
--rollback alter table idempotency_record drop constraint ck_idempotency_expiry;
--rollback alter table idempotency_record drop constraint ck_idempotency_version;
--rollback alter table idempotency_record drop constraint ck_idempotency_attempt;
--rollback alter table idempotency_record drop constraint ck_idempotency_failed;
--rollback alter table idempotency_record drop constraint ck_idempotency_completed;
--rollback alter table idempotency_record drop constraint ck_idempotency_in_progress;
--rollback alter table idempotency_record drop constraint ck_idempotency_state;

-- The same rules. PostgreSQL parses the text of every check again in each statement that writes a row, which cost more than
-- the write: so one short check calls a function, which a session parses once. It names the rule that a row breaks.
-- Operators and functions have their schema, so that no search_path can put others in their place; "set search_path" would
-- do it too, and cost more: up to 3.5 microseconds a write on PostgreSQL 15.
--changeset idempotency-ee:001-checks-of-postgresql dbms:postgresql splitStatements:false
create function idempotency_record_is_legal(r idempotency_record) returns boolean
  language plpgsql immutable parallel safe as $$
  declare
    broken text := case
      when r.state operator(pg_catalog.<>) 'IN_PROGRESS' and r.state operator(pg_catalog.<>) 'COMPLETED'
        and r.state operator(pg_catalog.<>) 'FAILED' then 'ck_idempotency_state'
      when r.state operator(pg_catalog.=) 'IN_PROGRESS' and not (
        r.owner_token is not null and r.lease_until is not null
        and r.status is null and r.headers is null and r.body is null and r.outcome_hash is null
        and r.failure_code is null and r.failure_message is null) then 'ck_idempotency_in_progress'
      when r.state operator(pg_catalog.=) 'COMPLETED' and not (
        r.status is not null and r.headers is not null and r.outcome_hash is not null
        and r.owner_token is null and r.lease_until is null
        and r.failure_code is null and r.failure_message is null) then 'ck_idempotency_completed'
      when r.state operator(pg_catalog.=) 'FAILED' and not (
        r.failure_code is not null and r.failure_message is not null
        and r.owner_token is null and r.lease_until is null
        and r.status is null and r.headers is null and r.body is null and r.outcome_hash is null)
        then 'ck_idempotency_failed'
      when r.attempt operator(pg_catalog.<) 1 then 'ck_idempotency_attempt'
      when r.version operator(pg_catalog.<) 0 then 'ck_idempotency_version'
      when r.expires_at operator(pg_catalog.<=) r.created_at then 'ck_idempotency_expiry'
      when pg_catalog.octet_length(r.fingerprint) operator(pg_catalog.<>) 33 then 'ck_idempotency_fingerprint'
      when pg_catalog.octet_length(r.outcome_hash) operator(pg_catalog.<>) 32 then 'ck_idempotency_outcome_hash'
      when r.status operator(pg_catalog.<>) 0 and (r.status operator(pg_catalog.<) 100
        or r.status operator(pg_catalog.>) 599) then 'ck_idempotency_status'
      when r.body_json is not null and r.body is null then 'ck_idempotency_body_json'
    end;
  begin
    if broken is null then
      return true;
    end if;
    raise exception 'new row for relation "idempotency_record" violates check constraint "%"', broken
      using errcode = 'check_violation', table = 'idempotency_record', constraint = broken;
  end
  $$;
grant execute on function idempotency_record_is_legal(idempotency_record) to public;
alter table idempotency_record add constraint ck_idempotency_record check (
  idempotency_record_is_legal(idempotency_record));
--rollback alter table idempotency_record drop constraint ck_idempotency_record;
--rollback drop function idempotency_record_is_legal(idempotency_record);

--changeset idempotency-ee:001-index-of-the-sweep
create index ix_idempotency_expires_at on idempotency_record (expires_at);
--rollback drop index ix_idempotency_expires_at${idem.of.table};
