// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.tck.Requirement;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim in the application's transaction waits as long as it may, and the application's statements as long as before. */
@Tag("all")
@Requirement("X3")
class PostgreSqlLockWaitTest {

    private Rows rows;
    private TestNode node;

    @BeforeEach
    void start() {
        rows = new Rows(Databases.POSTGRESQL.migrated());
        node = new TestNode(rows.dataSource());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /** What a claim may find. */
    enum Situation {
        FREE {
            @Override
            void prepare(PostgreSqlLockWaitTest test, ClaimRequest request) {
                // nothing is there
            }
        },
        IN_PROGRESS {
            @Override
            void prepare(PostgreSqlLockWaitTest test, ClaimRequest request) {
                acquire(test.node.store(), request.withNewOwner());
            }
        },
        COMPLETED {
            @Override
            void prepare(PostgreSqlLockWaitTest test, ClaimRequest request) {
                test.node.store().complete(acquire(test.node.store(), request.withNewOwner()), ANSWER);
            }
        },
        LEASE_OVER {
            @Override
            void prepare(PostgreSqlLockWaitTest test, ClaimRequest request) {
                IN_PROGRESS.prepare(test, request);
                test.rows.execute("update idempotency_record set lease_until = created_at");
            }
        },
        EXPIRED {
            @Override
            void prepare(PostgreSqlLockWaitTest test, ClaimRequest request) {
                COMPLETED.prepare(test, request);
                test.rows.execute("update idempotency_record set created_at = created_at - interval '25' hour,"
                        + " expires_at = expires_at - interval '25' hour");
            }
        };

        abstract void prepare(PostgreSqlLockWaitTest test, ClaimRequest request);
    }

    @ParameterizedTest
    @EnumSource(Situation.class)
    void theTransactionsLockTimeoutIsAsBefore(Situation situation) throws Exception {
        for (String before : new String[] {"0", "1234ms", "7s"}) {
            ClaimRequest request = request();
            situation.prepare(this, request);
            node.inTransaction(entityManager -> {
                entityManager
                        .createNativeQuery("set local lock_timeout = '" + before + "'")
                        .executeUpdate();
                assertThat(node.store().claimInTransaction(request, Duration.ofMillis(321)))
                        .isPresent();
                assertThat(lockTimeout(entityManager)).isEqualTo(before);
                return null;
            });
        }
    }

    /** A record that was committed after the statement's snapshot: the statement finds a duplicate and reads nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1234ms"})
    void soItIsAfterALookThatSawNothing(String before) throws Exception {
        ClaimRequest request = request();
        try (Connection uncommitted = rows.dataSource().getConnection()) {
            uncommitted.setAutoCommit(false);
            Statements statements = new Statements(KnownDatabase.dialectOf(uncommitted));
            LockWait wait = LockWait.atMost(LockWait.DEFAULT);
            statements.claim(uncommitted, request.withNewOwner(), wait);
            Thread committing = new Thread(() -> commitWhenWaitedFor(uncommitted));
            committing.start();
            node.inTransaction(entityManager -> {
                entityManager
                        .createNativeQuery("set local lock_timeout = '" + before + "'")
                        .executeUpdate();
                ClaimRead read = node.join(connection -> statements.claim(connection, request, wait));
                assertThat(read).isInstanceOf(ClaimRead.Unseen.class);
                assertThat(lockTimeout(entityManager)).isEqualTo(before);
                Claim claim = node.store()
                        .claimInTransaction(request, Duration.ofSeconds(1))
                        .orElseThrow();
                assertThat(claim).isInstanceOf(Claim.InProgress.class);
                assertThat(lockTimeout(entityManager)).isEqualTo(before);
                return null;
            });
            committing.join();
        }
    }

    private void commitWhenWaitedFor(Connection uncommitted) {
        String waiting = Databases.POSTGRESQL.waitingSessions();
        Awaitility.await().until(() -> rows.number(waiting) == 1);
        try {
            uncommitted.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String lockTimeout(EntityManager entityManager) {
        return (String) entityManager.createNativeQuery("show lock_timeout").getSingleResult();
    }

    @ParameterizedTest
    @CsvSource({"300, 0", "900, 0", "300, 20s", "900, 1ms"})
    void aClaimWaitsAsLongAsItMay(long lockWait, String before) throws Exception {
        ClaimRequest request = request();
        try (Connection uncommitted = rows.dataSource().getConnection()) {
            uncommitted.setAutoCommit(false);
            new Statements(KnownDatabase.dialectOf(uncommitted))
                    .claim(uncommitted, request.withNewOwner(), LockWait.atMost(LockWait.DEFAULT));
            assertWaits(request, lockWait, before);
        }
    }

    @ParameterizedTest
    @CsvSource({"300, LEASE_OVER", "900, LEASE_OVER", "300, EXPIRED", "900, EXPIRED"})
    void aTakeoverAndAReplacementToo(long lockWait, Situation situation) throws Exception {
        ClaimRequest request = request();
        situation.prepare(this, request);
        try (Connection locking = rows.dataSource().getConnection();
                Statement statement = locking.createStatement()) {
            locking.setAutoCommit(false);
            statement.execute("select 1 from idempotency_record for update");
            assertWaits(request, lockWait, "0");
        }
    }

    private void assertWaits(ClaimRequest request, long lockWait, String before) throws Exception {
        long start = System.nanoTime();
        assertThat(node.<Boolean>inTransaction(entityManager -> {
                    entityManager
                            .createNativeQuery(
                                    "set local lock_timeout = '" + before + "'; set local statement_timeout = '20s'")
                            .executeUpdate();
                    Optional<Claim> claim = node.store().claimInTransaction(request, Duration.ofMillis(lockWait));
                    entityManager.getTransaction().setRollbackOnly();
                    return claim.isEmpty();
                }))
                .isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(lockWait - 2), Duration.ofMillis(lockWait + 1000));
    }
}
