// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.TestDatabase;
import ee.idempotency.persistence.StoreSettings;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * At the default level of each database but MariaDB, which locks gaps at REPEATABLE READ: there a claim was once seen to wait,
 * see docs/databases.md.
 */
class SweepLocksTest {

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
    @Requirement("C11")
    void aSweepThatIsNotCommittedKeepsNoOtherKeyWaiting(TestDatabase kind) {
        try (TestNode node = new TestNode(kind.migrated())) {
            for (int expired = 0; expired < 5; expired++) {
                node.store().complete(acquire(node.store(), request()), ANSWER);
            }
            new Rows(node.pool())
                    .execute("update idempotency_record set created_at = created_at - interval '25' hour,"
                            + " expires_at = expires_at - interval '25' hour");
            Ownership running = acquire(node.store(), request());
            FaultyTransactions transactions = new FaultyTransactions(node);
            DurableStore sweeper = new DurableStore(transactions, node, StoreSettings.DEFAULTS);
            transactions.beforeTheNextCommit(sweeping -> {
                for (int other = 0; other < 20; other++) {
                    Ownership owner = acquire(node.store(), request());
                    assertThat(node.store().complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
                }
                assertThat(node.store().complete(running, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
            });
            assertThat(sweeper.sweep(10)).isEqualTo(5);
        }
    }
}
