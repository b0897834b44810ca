-- The schema of Idempotency EE for db2, generated from the change log
create table idempotency_record (
  id binary(16) not null,
  owner_token binary(16),
  created_at timestamp(6) not null,
  expires_at timestamp(6) not null,
  lease_until timestamp(6),
  attempt integer not null,
  version integer not null,
  status smallint,
  never_re_execute boolean not null,
  state varchar(11 codeunits32) not null,
  fingerprint varbinary(33) not null,
  outcome_hash varbinary(32),
  tenant varchar(64 codeunits32) not null,
  operation varchar(255 codeunits32) not null,
  caller varchar(255 codeunits32) not null,
  idempotency_key varchar(256 codeunits32) not null,
  failure_code varchar(64 codeunits32),
  failure_message varchar(1024 codeunits32),
  headers clob,
  body blob,
  body_json clob,
  constraint pk_idempotency_record primary key (id)
);
alter table idempotency_record add constraint ck_idempotency_state check (
  case state when 'IN_PROGRESS' then 1 when 'COMPLETED' then 1 when 'FAILED' then 1 else 0 end = 1);
alter table idempotency_record add constraint ck_idempotency_in_progress check (state <> 'IN_PROGRESS' or (
  owner_token is not null and lease_until is not null
  and status is null and headers is null and body is null and outcome_hash is null
  and failure_code is null and failure_message is null));
alter table idempotency_record add constraint ck_idempotency_completed check (state <> 'COMPLETED' or (
  status is not null and headers is not null and outcome_hash is not null
  and owner_token is null and lease_until is null
  and failure_code is null and failure_message is null));
alter table idempotency_record add constraint ck_idempotency_failed check (state <> 'FAILED' or (
  failure_code is not null and failure_message is not null
  and owner_token is null and lease_until is null
  and status is null and headers is null and body is null and outcome_hash is null));
alter table idempotency_record add constraint ck_idempotency_attempt check (attempt >= 1);
alter table idempotency_record add constraint ck_idempotency_version check (version >= 0);
alter table idempotency_record add constraint ck_idempotency_expiry check (expires_at > created_at);
alter table idempotency_record add constraint ck_idempotency_fingerprint check (octet_length(fingerprint) = 33);
alter table idempotency_record add constraint ck_idempotency_outcome_hash check (octet_length(outcome_hash) = 32);
alter table idempotency_record add constraint ck_idempotency_status check (status = 0 or status between 100 and 599);
alter table idempotency_record add constraint ck_idempotency_body_json check (
  body_json is null or body is not null);
create index ix_idempotency_expires_at on idempotency_record (expires_at);
create table idempotency_audit (
  id binary(16) not null,
  record_id binary(16) not null,
  audited_at timestamp(6) not null,
  version_before integer not null,
  state_before varchar(11 codeunits32) not null,
  verb varchar(17 codeunits32) not null,
  operation varchar(255 codeunits32) not null,
  actor varchar(255 codeunits32) not null,
  reason varchar(1024 codeunits32) not null,
  constraint pk_idempotency_audit primary key (id),
  constraint ck_idempotency_audit_state check (
    case state_before when 'IN_PROGRESS' then 1 when 'COMPLETED' then 1 when 'FAILED' then 1 else 0 end = 1),
  constraint ck_idempotency_audit_verb check (
    case verb when 'RELEASE' then 1 when 'EXPIRE_LEASE' then 1 when 'RESOLVE_COMPLETED' then 1
    when 'RESOLVE_FAILED' then 1 when 'NEVER_HAPPENED' then 1 when 'DELETE' then 1 when 'REVEAL' then 1 else 0 end = 1),
  constraint ck_idempotency_audit_version check (version_before >= 0),
  constraint ck_idempotency_audit_reason check (length(reason, codeunits32) >= 10)
);
create index ix_idempotency_audit_record on idempotency_audit (record_id);
create table idempotency_outbox (
  id binary(16) not null,
  aggregatetype varchar(255 codeunits32) not null,
  aggregateid varchar(255 codeunits32) not null,
  type varchar(255 codeunits32) not null,
  payload clob not null,
  sequence_no bigint generated always as identity not null,
  created_at timestamp(6) not null,
  due_at timestamp(6),
  owner_token binary(16),
  tries integer not null,
  state varchar(9 codeunits32) not null,
  tenant varchar(64 codeunits32) not null,
  operation varchar(255 codeunits32),
  last_error varchar(1024 codeunits32),
  constraint pk_idempotency_outbox primary key (id),
  constraint uq_idempotency_outbox_sequence unique (sequence_no),
  constraint ck_idempotency_outbox_state check (
    case state when 'WAITING' then 1 when 'SENDING' then 1 when 'SENT' then 1 when 'DEAD' then 1
    when 'DISCARDED' then 1 else 0 end = 1),
  constraint ck_idempotency_outbox_sending check (
    case when state = 'SENDING' then 1 else 0 end = case when owner_token is not null then 1 else 0 end),
  constraint ck_idempotency_outbox_due check (
    case when state = 'DEAD' then 1 else 0 end = case when due_at is null then 1 else 0 end),
  constraint ck_idempotency_outbox_tries check (tries >= 0)
);
create index ix_idempotency_outbox_due on idempotency_outbox (state, due_at);
create index ix_idempotency_outbox_aggregate on idempotency_outbox (aggregatetype, aggregateid, sequence_no);
