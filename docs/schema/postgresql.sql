-- The schema of Idempotency EE for postgresql, generated from the change log
create table idempotency_record (
  id uuid not null,
  owner_token uuid,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  lease_until timestamp(6) with time zone,
  attempt integer not null,
  version integer not null,
  status smallint,
  never_re_execute boolean not null,
  state varchar(11) not null,
  fingerprint bytea not null,
  outcome_hash bytea,
  tenant varchar(64) not null,
  operation varchar(255) not null,
  caller varchar(255) not null,
  idempotency_key varchar(256) not null,
  failure_code varchar(64),
  failure_message varchar(1024),
  headers text,
  body bytea,
  body_json jsonb,
  constraint pk_idempotency_record primary key (id)
);
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
create index ix_idempotency_expires_at on idempotency_record (expires_at);
create table idempotency_audit (
  id uuid not null,
  record_id uuid not null,
  audited_at timestamp(6) with time zone not null,
  version_before integer not null,
  state_before varchar(11) not null,
  verb varchar(17) not null,
  operation varchar(255) not null,
  actor varchar(255) not null,
  reason varchar(1024) not null,
  constraint pk_idempotency_audit primary key (id),
  constraint ck_idempotency_audit_state check (
    case state_before when 'IN_PROGRESS' then 1 when 'COMPLETED' then 1 when 'FAILED' then 1 else 0 end = 1),
  constraint ck_idempotency_audit_verb check (
    case verb when 'RELEASE' then 1 when 'EXPIRE_LEASE' then 1 when 'RESOLVE_COMPLETED' then 1
    when 'RESOLVE_FAILED' then 1 when 'NEVER_HAPPENED' then 1 when 'DELETE' then 1 when 'REVEAL' then 1 else 0 end = 1),
  constraint ck_idempotency_audit_version check (version_before >= 0),
  constraint ck_idempotency_audit_reason check (char_length(reason) >= 10)
);
create index ix_idempotency_audit_record on idempotency_audit (record_id);
create table idempotency_outbox (
  id uuid not null,
  aggregatetype varchar(255) not null,
  aggregateid varchar(255) not null,
  type varchar(255) not null,
  payload text not null,
  sequence_no bigint generated always as identity not null,
  created_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  owner_token uuid,
  tries integer not null,
  state varchar(9) not null,
  tenant varchar(64) not null,
  operation varchar(255),
  last_error varchar(1024),
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
