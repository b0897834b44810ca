// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import org.junit.jupiter.api.AfterEach;

/** A committed claim, whose outcome is settled in the caller's transaction. */
@Requirement("X2")
class JoinedTest {

    private static final Outcome.Failed DECLINED = new Outcome.Failed("DECLINED", "no");

    private TestNode node;
    private Rows rows;

    private void start(DatabaseKind database) {
        rows = new Rows(database.migrated());
        node = new TestNode(rows.dataSource());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @EveryDatabase
    void theOutcomeIsThereWithTheWorksCommit(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest request = request();
        Ownership owner = acquire(node.store(), request);
        node.inTransaction(entityManager -> {
            assertThat(node.store().settleInTransaction(owner, DECLINED)).isEqualTo(OwnerWrite.APPLIED);
            assertThat(node.store().isSettledBy(owner, DECLINED)).isFalse();
            return null;
        });
        assertThat(node.store().claim(request)).isEqualTo(new Claim.Failed(DECLINED));
    }

    @EveryDatabase
    void aRollbackLeavesTheClaimToBeReleased(DatabaseKind database) {
        start(database);
        ClaimRequest request = request();
        Ownership owner = acquire(node.store(), request);
        assertThatThrownBy(() -> node.inTransaction(entityManager -> {
                    node.store().settleInTransaction(owner, ANSWER);
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(node.store().claim(request.withNewOwner())).isInstanceOf(Claim.InProgress.class);
        assertThat(node.store().release(owner)).isEqualTo(OwnerWrite.APPLIED);
    }

    @EveryDatabase
    @Requirement("C3")
    void anOwnerWhoWasReplacedSettlesNothing(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest request = request();
        Ownership late = acquire(node.store(), request);
        rows.execute("update idempotency_record set lease_until = created_at");
        Ownership taker = acquire(node.store(), request.withNewOwner());
        OwnerWrite written = node.inTransaction(entityManager -> node.store().settleInTransaction(late, ANSWER));
        assertThat(written).isEqualTo(OwnerWrite.NOT_OWNER);
        assertThat(node.store().complete(taker, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        assertThat(node.store().isSettledBy(late, ANSWER)).isFalse();
        assertThat(node.store().isSettledBy(taker, ANSWER)).isTrue();
        assertThat(node.store().isSettledBy(taker, DECLINED)).isFalse();
    }

    /** Stored in an expired record it would not be replayed, and a retry would have the effect once more. */
    @EveryDatabase
    @Requirement("C9")
    void nothingIsSettledWithItsEffectPastTheRetention(DatabaseKind database) throws Exception {
        start(database);
        Ownership owner = acquire(node.store(), request());
        rows.execute("update idempotency_record set created_at = created_at - interval '25' hour,"
                + " lease_until = lease_until - interval '25' hour, expires_at = expires_at - interval '25' hour");
        for (Outcome outcome : new Outcome[] {ANSWER, DECLINED}) {
            assertThat(node.<OwnerWrite>inTransaction(
                            entityManager -> node.store().settleInTransaction(owner, outcome)))
                    .isEqualTo(OwnerWrite.NOT_OWNER);
        }
    }

    @EveryDatabase
    void withoutATransactionNothingIsWritten(DatabaseKind database) {
        start(database);
        Ownership owner = acquire(node.store(), request());
        assertThatThrownBy(() -> node.store().settleInTransaction(owner, ANSWER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no transaction");
        assertThat(node.store().isSettledBy(owner, ANSWER)).isFalse();
    }
}
