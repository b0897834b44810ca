--liquibase formatted sql logicalFilePath:ee/idempotency/liquibase/002-body-json.sql
-- SPDX-FileCopyrightText: 2026 The Idempotency EE authors
-- SPDX-License-Identifier: Apache-2.0
-- What a stored answer says, for queries by whoever operates the application. It is never read to answer a request, and
-- not indexed: an index would keep PostgreSQL from completing a record in place.

--changeset idempotency-ee:002-body-json
alter table idempotency_record add body_json ${idem.json.type};
--rollback alter table idempotency_record drop column body_json;

--changeset idempotency-ee:002-check-of-body-json
alter table idempotency_record add constraint ck_idempotency_body_json check (
  body_json is null or body is not null${idem.and.json});
--rollback alter table idempotency_record drop constraint ck_idempotency_body_json;
