// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.tck.TransactionalStoreContract;
import ee.idempotency.tck.TransactionalStoreUnderTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract kit on two nodes of one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseStoreContract extends TransactionalStoreContract {

    private DataSource database;
    private TestNode node;
    private TestNode otherNode;

    /** A migrated database. */
    protected abstract DataSource database() throws Exception;

    /** The level the pools give their connections; null leaves the database's default. */
    protected String isolation() {
        return null;
    }

    @BeforeAll
    final void start() throws Exception {
        database = database();
        node = new TestNode(database, isolation());
        otherNode = new TestNode(database, isolation());
    }

    @AfterAll
    final void stop() {
        otherNode.close();
        node.close();
    }

    @Override
    protected TransactionalStoreUnderTest createStore() {
        return new TestStore(database, node, otherNode);
    }
}
