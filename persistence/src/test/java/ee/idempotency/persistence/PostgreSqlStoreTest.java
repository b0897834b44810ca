// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.persistence.internal.DatabaseStoreContract;
import ee.idempotency.tck.AdministrationContract;
import ee.idempotency.tck.RecordBrowserContract;
import ee.idempotency.tck.Requirement;
import javax.sql.DataSource;

/** At READ COMMITTED, its default. */
@Requirement("S1")
@Requirement("S7")
class PostgreSqlStoreTest extends DatabaseStoreContract implements RecordBrowserContract, AdministrationContract {

    @Override
    protected DataSource database() {
        return Databases.POSTGRESQL.migrated();
    }
}
