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
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Every statement of an owner compares both, its token and its version, whatever made them differ. */
@Requirement("C3")
class OwnerConditionTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private interface Write {
        boolean run(Statements statements, Connection connection, Ownership owner) throws SQLException;
    }

    private static final List<Write> WRITES = List.of(
            (statements, connection, owner) -> statements.settle(connection, owner, ANSWER, false),
            (statements, connection, owner) -> statements.settle(connection, owner, ANSWER, true),
            (statements, connection, owner) ->
                    statements.settle(connection, owner, new Outcome.Failed("DECLINED", "no"), false),
            (statements, connection, owner) -> statements.settleInTransaction(connection, owner, ANSWER, false),
            (statements, connection, owner) ->
                    statements.settleInTransaction(connection, owner, new Outcome.Failed("DECLINED", "no"), false),
            (statements, connection, owner) -> statements.renew(connection, owner, HOUR, HOUR),
            (statements, connection, owner) -> statements.release(connection, owner));

    @EveryDatabase
    void anotherTokenOrVersionWritesNothing(DatabaseKind kind) {
        try (TestNode node = new TestNode(kind.migrated())) {
            ClaimRequest claim = request();
            Ownership owner = acquire(node.store(), claim);
            Ownership otherVersion =
                    new Ownership(owner.recordKey(), owner.ownerToken(), owner.attempt(), owner.version() + 1);
            Ownership otherToken =
                    new Ownership(owner.recordKey(), UUID.randomUUID(), owner.attempt(), owner.version());
            for (Write write : WRITES) {
                assertThat(run(node, write, otherVersion)).as("other version").isFalse();
                assertThat(run(node, write, otherToken)).as("other token").isFalse();
            }
            Write takeover = (statements, connection, from) -> statements.takeOver(
                    connection, request(claim.binding().key()), from, LockWait.atMost(LockWait.DEFAULT));
            new Rows(node.pool())
                    .execute("update idempotency_record set lease_until = created_at where id = '"
                            + owner.recordKey().value() + "'");
            assertThat(run(node, takeover, otherVersion)).as("other version").isFalse();
            assertThat(run(node, takeover, otherToken)).as("other token").isFalse();
            assertThat(run(node, takeover, owner)).as("the lease is over").isTrue();
        }
    }

    private static boolean run(TestNode node, Write write, Ownership owner) {
        return node.call(
                connection -> write.run(new Statements(KnownDatabase.dialectOf(connection)), connection, owner));
    }
}
