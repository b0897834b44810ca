// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;

/** A record was read, then changed by another attempt, and is now written: the statement itself must notice. */
class RepeatedConditionTest {

    @EveryDatabase
    @Requirement("C1")
    void whatReplacedAnExpiredRecordIsNotDeleted(DatabaseKind kind) {
        try (TestNode node = new TestNode(kind.migrated())) {
            ClaimRequest successor = request();
            Ownership owner = acquire(node.store(), successor);
            assertThat(deleteExpired(node, successor)).isFalse();
            node.store().complete(owner, ANSWER);
            assertThat(deleteExpired(node, successor)).isFalse();
            assertThat(node.store().lookup(successor.recordKey())).isPresent();
        }
    }

    @EveryDatabase
    @Requirement("C2")
    void aLeaseThatWasRenewedIsNotTakenOver(DatabaseKind kind) {
        try (TestNode node = new TestNode(kind.migrated())) {
            ClaimRequest first = request();
            Ownership owner = acquire(node.store(), first);
            ClaimRequest taker = request(first.binding().key());
            LockWait wait = LockWait.atMost(LockWait.DEFAULT);
            boolean taken = node.call(connection ->
                    new Statements(KnownDatabase.dialectOf(connection)).takeOver(connection, taker, owner, wait));
            assertThat(taken).isFalse();
        }
    }

    private static boolean deleteExpired(TestNode node, ClaimRequest request) {
        LockWait wait = LockWait.atMost(LockWait.DEFAULT);
        return node.call(connection -> new Statements(KnownDatabase.dialectOf(connection))
                .deleteExpired(connection, request.recordKey(), wait));
    }
}
