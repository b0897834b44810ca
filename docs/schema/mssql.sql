-- The schema of Idempotency EE for mssql, generated from the change log
create table idempotency_record (
  id uniqueidentifier not null,
  owner_token uniqueidentifier,
  created_at datetimeoffset(6) not null,
  expires_at datetimeoffset(6) not null,
  lease_until datetimeoffset(6),
  attempt integer not null,
  version integer not null,
  status smallint,
  never_re_execute bit not null,
  state nvarchar(11) not null,
  fingerprint varbinary(33) not null,
  outcome_hash varbinary(32),
  tenant nvarchar(64) not null,
  operation nvarchar(255) not null,
  caller nvarchar(255) not null,
  idempotency_key nvarchar(256) not null,
  failure_code nvarchar(64),
  failure_message nvarchar(1024),
  headers nvarchar(max),
  body varbinary(max),
  body_json nvarchar(max),
  constraint pk_idempotency_record primary key (id)
);
GO
alter table idempotency_record add constraint ck_idempotency_state check (
  case state when 'IN_PROGRESS' then 1 when 'COMPLETED' then 1 when 'FAILED' then 1 else 0 end = 1);
GO
alter table idempotency_record add constraint ck_idempotency_in_progress check (state <> 'IN_PROGRESS' or (
  owner_token is not null and lease_until is not null
  and status is null and headers is null and body is null and outcome_hash is null
  and failure_code is null and failure_message is null));
GO
alter table idempotency_record add constraint ck_idempotency_completed check (state <> 'COMPLETED' or (
  status is not null and headers is not null and outcome_hash is not null
  and owner_token is null and lease_until is null
  and failure_code is null and failure_message is null));
GO
alter table idempotency_record add constraint ck_idempotency_failed check (state <> 'FAILED' or (
  failure_code is not null and failure_message is not null
  and owner_token is null and lease_until is null
  and status is null and headers is null and body is null and outcome_hash is null));
GO
alter table idempotency_record add constraint ck_idempotency_attempt check (attempt >= 1);
GO
alter table idempotency_record add constraint ck_idempotency_version check (version >= 0);
GO
alter table idempotency_record add constraint ck_idempotency_expiry check (expires_at > created_at);
GO
alter table idempotency_record add constraint ck_idempotency_fingerprint check (datalength(fingerprint) = 33);
GO
alter table idempotency_record add constraint ck_idempotency_outcome_hash check (datalength(outcome_hash) = 32);
GO
alter table idempotency_record add constraint ck_idempotency_status check (status = 0 or status between 100 and 599);
GO
alter table idempotency_record add constraint ck_idempotency_body_json check (
  body_json is null or body is not null and isjson(body_json) = 1);
GO
create index ix_idempotency_expires_at on idempotency_record (expires_at);
GO
create table idempotency_audit (
  id uniqueidentifier not null,
  record_id uniqueidentifier not null,
  audited_at datetimeoffset(6) not null,
  version_before integer not null,
  state_before nvarchar(11) not null,
  verb nvarchar(17) not null,
  operation nvarchar(255) not null,
  actor nvarchar(255) not null,
  reason nvarchar(1024) not null,
  constraint pk_idempotency_audit primary key (id),
  constraint ck_idempotency_audit_state check (
    case state_before when 'IN_PROGRESS' then 1 when 'COMPLETED' then 1 when 'FAILED' then 1 else 0 end = 1),
  constraint ck_idempotency_audit_verb check (
    case verb when 'RELEASE' then 1 when 'EXPIRE_LEASE' then 1 when 'RESOLVE_COMPLETED' then 1
    when 'RESOLVE_FAILED' then 1 when 'NEVER_HAPPENED' then 1 when 'DELETE' then 1 when 'REVEAL' then 1 else 0 end = 1),
  constraint ck_idempotency_audit_version check (version_before >= 0),
  constraint ck_idempotency_audit_reason check (len(reason) >= 10)
);
GO
create index ix_idempotency_audit_record on idempotency_audit (record_id);
GO
create table idempotency_outbox (
  id uniqueidentifier not null,
  aggregatetype nvarchar(255) not null,
  aggregateid nvarchar(255) not null,
  type nvarchar(255) not null,
  payload nvarchar(max) not null,
  sequence_no bigint identity not null,
  created_at datetimeoffset(6) not null,
  due_at datetimeoffset(6),
  owner_token uniqueidentifier,
  tries integer not null,
  state nvarchar(9) not null,
  tenant nvarchar(64) not null,
  operation nvarchar(255),
  last_error nvarchar(1024),
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
GO
create index ix_idempotency_outbox_due on idempotency_outbox (state, due_at);
GO
create index ix_idempotency_outbox_aggregate on idempotency_outbox (aggregatetype, aggregateid, sequence_no);
GO
