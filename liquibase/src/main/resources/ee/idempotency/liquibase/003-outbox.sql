--liquibase formatted sql logicalFilePath:ee/idempotency/liquibase/003-outbox.sql
-- SPDX-FileCopyrightText: 2026 The Idempotency EE authors
-- SPDX-License-Identifier: Apache-2.0
-- Events of the application, recorded in the transaction that they speak of. The first five columns are those that the
-- event router of Debezium reads, under its names. The payload is a text: a JSON type may store another one that is equal.
-- The number orders the events of an aggregate: a clock may go back, and some stand still within a transaction.

--changeset idempotency-ee:003-outbox-table splitStatements:true endDelimiter:;
create table idempotency_outbox (
  id ${idem.uuid.type} not null,
  aggregatetype ${idem.varchar}(255${idem.chars}) not null,
  aggregateid ${idem.varchar}(255${idem.chars}) not null,
  type ${idem.varchar}(255${idem.chars}) not null,
  payload ${idem.text.type} not null,
  sequence_no ${idem.numbered} not null,
  created_at ${idem.time.type} not null,
  due_at ${idem.time.type},
  owner_token ${idem.uuid.type},
  tries integer not null,
  state ${idem.varchar}(9${idem.chars}) not null,
  tenant ${idem.varchar}(64${idem.chars}) not null,
  operation ${idem.varchar}(255${idem.chars}),
  last_error ${idem.varchar}(1024${idem.chars}),
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
)${idem.table.options};
--rollback drop table idempotency_outbox;

--changeset idempotency-ee:003-indexes-of-the-outbox splitStatements:true endDelimiter:;
create index ix_idempotency_outbox_due on idempotency_outbox (state, due_at);
create index ix_idempotency_outbox_aggregate on idempotency_outbox (aggregatetype, aggregateid, sequence_no);
--rollback drop index ix_idempotency_outbox_aggregate${idem.of.outbox};
--rollback drop index ix_idempotency_outbox_due${idem.of.outbox};
