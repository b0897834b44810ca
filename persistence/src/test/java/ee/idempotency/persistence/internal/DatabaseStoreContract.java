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

    private final List<Node> nodes = new ArrayList<>();
    private DataSource database;
    private Node node;
    private Node otherNode;

    /** A migrated database. */
    protected abstract DataSource database() throws Exception;

    /** The level the pools give their connections; null leaves the database's default. */
    protected String isolation() {
        return null;
    }

    /** A node on it; through JPA unless a test says otherwise. */
    protected Node node(DataSource database) {
        return new TestNode(database, isolation());
    }

    @BeforeAll
    final void start() throws Exception {
        database = database();
        node = start(node(database));
        otherNode = start(node(database));
    }

    private Node start(Node started) {
        nodes.add(started);
        return started;
    }

    @AfterAll
    final void stop() {
        for (Node started : nodes) {
            started.close();
        }
    }

    @Override
    protected TransactionalStoreUnderTest createStore() {
        return new TestStore(database, node, otherNode);
    }
}
