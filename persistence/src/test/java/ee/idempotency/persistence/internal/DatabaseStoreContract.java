// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.tck.TransactionalStoreContract;
import ee.idempotency.tck.TransactionalStoreUnderTest;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract kit on two nodes of one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseStoreContract extends TransactionalStoreContract {

    private final List<TestNode> nodes = new ArrayList<>();
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
        node = start(new TestNode(database, isolation()));
        otherNode = start(new TestNode(database, isolation()));
    }

    private TestNode start(TestNode started) {
        nodes.add(started);
        return started;
    }

    @AfterAll
    final void stop() {
        for (TestNode started : nodes) {
            started.close();
        }
    }

    @Override
    protected TransactionalStoreUnderTest createStore() {
        return new TestStore(database, node, otherNode);
    }
}
