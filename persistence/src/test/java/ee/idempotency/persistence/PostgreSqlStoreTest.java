// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

import ee.idempotency.persistence.internal.TestDatabase;
import ee.idempotency.persistence.internal.TestNode;
import ee.idempotency.persistence.internal.TestStore;
import ee.idempotency.tck.Requirement;
import ee.idempotency.tck.TransactionalStoreContract;
import ee.idempotency.tck.TransactionalStoreUnderTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@Requirement("S1")
@Requirement("S7")
class PostgreSqlStoreTest extends TransactionalStoreContract {

    private static DataSource database;
    private static TestNode node;
    private static TestNode otherNode;

    @BeforeAll
    static void start() {
        database = TestDatabase.POSTGRESQL.migrated();
        node = new TestNode(database);
        otherNode = new TestNode(database);
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        node.close();
    }

    @Override
    protected TransactionalStoreUnderTest createStore() {
        return new TestStore(database, node, otherNode);
    }
}
