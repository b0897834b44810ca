// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.persistence.internal.DataSourceNode;
import ee.idempotency.persistence.internal.DatabaseStoreContract;
import ee.idempotency.persistence.internal.Node;
import ee.idempotency.tck.Requirement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** Through a data source instead of a persistence unit; the usual command runs the contract on both ways in H2. */
@Requirement("S7")
@Requirement("S11")
@Tag("all")
class PostgreSqlDataSourceStoreTest extends DatabaseStoreContract {

    @Override
    protected DataSource database() {
        return Databases.POSTGRESQL.migrated();
    }

    @Override
    protected Node node(DataSource database) {
        return new DataSourceNode(database);
    }
}
