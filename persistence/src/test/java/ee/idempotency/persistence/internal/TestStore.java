// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.tck.TransactionalStoreUnderTest;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Two nodes on one database, emptied for every test. */
public final class TestStore implements TransactionalStoreUnderTest {

    private final Node node;
    private final Node otherNode;
    private final Rows rows;

    /** Nodes that stay open when the test ends. */
    public TestStore(DataSource database, Node node, Node otherNode) {
        this.node = node;
        this.otherNode = otherNode;
        rows = new Rows(database);
        rows.execute("delete from idempotency_record");
        rows.execute("delete from idempotency_audit");
    }

    @Override
    public IdempotencyStore store() {
        return node.store();
    }

    @Override
    public IdempotencyStore otherNode() {
        return otherNode.store();
    }

    @Override
    public <T> T inTransaction(IdempotencyStore store, Callable<T> work) throws Exception {
        Node of = store == otherNode.store() ? otherNode : node;
        return of.inJoinableTransaction(work);
    }

    @Override
    public void advance(Duration time) {
        String past = " - interval '" + time.toSeconds() + "' second";
        rows.execute("update idempotency_record set created_at = created_at" + past + ", expires_at = expires_at" + past
                + ", lease_until = lease_until" + past);
    }
}
