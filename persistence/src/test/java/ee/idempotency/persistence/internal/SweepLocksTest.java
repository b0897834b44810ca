// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** At the default level of each database: MariaDB's locks gaps. */
class SweepLocksTest {

    /** So many that pages of the index are split between them. */
    private static final int EXPIRED = 30;

    private static final int OTHERS = 60;

    @EveryDatabase
    @Requirement("C11")
    void aSweepThatIsNotCommittedKeepsNoOtherKeyWaiting(DatabaseKind kind) {
        try (TestNode node = new TestNode(kind.migrated())) {
            for (int expired = 0; expired < EXPIRED; expired++) {
                node.store().complete(acquire(node.store(), request()), ANSWER);
            }
            new Rows(node.pool())
                    .execute("update idempotency_record set created_at = created_at - interval '25' hour,"
                            + " expires_at = expires_at - interval '25' hour");
            Ownership running = acquire(node.store(), request());
            FaultyTransactions transactions = new FaultyTransactions(node);
            DurableStore sweeper = new DurableStore(transactions, node, StoreSettings.DEFAULTS);
            transactions.beforeTheNextCommit(sweeping -> {
                for (int other = 0; other < OTHERS; other++) {
                    Ownership owner = acquire(node.store(), request());
                    assertThat(node.store().complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
                }
                assertThat(node.store().complete(running, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
            });
            assertThat(sweeper.sweep(EXPIRED)).isEqualTo(EXPIRED);
        }
    }

    /** As one of a server's XA data source has. */
    @EveryDatabase
    @Requirement("C11")
    void aTransactionThatHasBegunIsSweptInAllTheSame(DatabaseKind kind) throws SQLException {
        try (TestNode node = new TestNode(kind.migrated());
                Connection connection = node.pool().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement()) {
                begin.execute("select 1 from idempotency_record");
            }
            assertThat(KnownDatabase.dialectOf(connection).sweep(connection, 1)).isZero();
        }
    }
}
