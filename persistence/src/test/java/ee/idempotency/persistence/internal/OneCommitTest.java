// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

/** Claim, work and outcome in one transaction of the caller's. */
@Requirement("X3")
class OneCommitTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<TestNode> nodes = new ArrayList<>();
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private DatabaseKind kind;
    private Rows rows;
    private TestNode node;

    private void start(DatabaseKind database) {
        kind = database;
        DataSource dataSource = database.migrated();
        rows = new Rows(dataSource);
        rows.execute("create table payment (id int)");
        node = node(dataSource);
    }

    private TestNode node(DataSource dataSource) {
        TestNode started = new TestNode(dataSource);
        nodes.add(started);
        return started;
    }

    @AfterEach
    void stop() {
        other.shutdownNow();
        nodes.forEach(TestNode::close);
    }

    @EveryDatabase
    void claimWorkAndOutcomeCommitTogether(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest request = request();
        node.inTransaction(entityManager -> {
            Ownership owner = claim(request);
            pay(entityManager);
            assertThat(node.store().settleInTransaction(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
            assertThat(rows.number("select count(*) from idempotency_record")).isZero();
            return null;
        });
        assertThat(node.store().claim(request)).isEqualTo(new Claim.Completed(ANSWER));
        assertThat(payments()).isEqualTo(1);
    }

    @EveryDatabase
    void aRollbackLeavesNothing(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest request = request();
        assertThatThrownBy(() -> node.inTransaction(entityManager -> {
                    Ownership owner = claim(request);
                    pay(entityManager);
                    node.store().settleInTransaction(owner, ANSWER);
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(rows.number("select count(*) from idempotency_record")).isZero();
        assertThat(payments()).isZero();
        assertThat(node.store().claim(request)).isInstanceOf(Claim.Acquired.class);
    }

    /** Else one transaction would be two that cannot commit together, and wait for each other. */
    @EveryDatabase
    void theStoreUsesTheConnectionOfTheWork(DatabaseKind database) throws Exception {
        start(database);
        node.inTransaction(entityManager -> {
            Ownership owner = claim(request());
            Object ofTheWork =
                    entityManager.createNativeQuery(kind.ownSession()).getSingleResult();
            String ofTheStore = node.join(connection -> {
                try (var statement = connection.createStatement();
                        var session = statement.executeQuery(kind.ownSession())) {
                    session.next();
                    return session.getString(1);
                }
            });
            assertThat(ofTheStore).isEqualTo(ofTheWork.toString());
            assertThat(node.store().settleInTransaction(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
            assertThat(node.connections()).isEqualTo(1);
            return null;
        });
    }

    @EveryDatabase
    void aDuplicateWaitsAndThenReplays(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest request = request();
        Future<Optional<Claim>> duplicate = node.inTransaction(entityManager -> {
            Ownership owner = claim(request);
            pay(entityManager);
            Future<Optional<Claim>> waiting = duplicateOf(request);
            node.store().settleInTransaction(owner, ANSWER);
            return waiting;
        });
        assertThat(duplicate.get(30, TimeUnit.SECONDS)).contains(new Claim.Completed(ANSWER));
        assertThat(payments()).isEqualTo(1);
    }

    @EveryDatabase
    void aDuplicateWaitsAndAcquiresWhatWasRolledBack(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest request = request();
        List<Future<Optional<Claim>>> duplicate = new ArrayList<>();
        assertThatThrownBy(() -> node.inTransaction(entityManager -> {
                    claim(request);
                    duplicate.add(duplicateOf(request));
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(duplicate.get(0).get(30, TimeUnit.SECONDS)).containsInstanceOf(Claim.Acquired.class);
    }

    @EveryDatabase
    void anotherPayloadIsKnownAsSuchAfterTheCommit(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest request = request();
        ClaimRequest reused = ClaimRequest.of(
                request.binding(),
                Fingerprint.of(new byte[] {2}),
                request.withNewOwner().ownerToken(),
                request.lease(),
                request.retention(),
                request.onLeaseLost());
        Future<Optional<Claim>> duplicate = node.inTransaction(entityManager -> {
            Ownership owner = claim(request);
            Future<Optional<Claim>> waiting = duplicateOf(reused);
            node.store().settleInTransaction(owner, ANSWER);
            return waiting;
        });
        assertThat(duplicate.get(30, TimeUnit.SECONDS)).containsInstanceOf(Claim.KeyReused.class);
    }

    @EveryDatabase
    void whoWaitedInVainIsRefused(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest request = request();
        node.inTransaction(entityManager -> {
            Ownership owner = claim(request);
            assertThat(onAnotherNode(request, Duration.ofMillis(200)).get(30, TimeUnit.SECONDS))
                    .isEmpty();
            return node.store().settleInTransaction(owner, ANSWER);
        });
        assertThat(node.store().claim(request)).isEqualTo(new Claim.Completed(ANSWER));
    }

    @EveryDatabase
    @Requirement("C2")
    void aClaimWhoseLeaseIsOverIsTakenOverInTheTransaction(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest orphan = request();
        Ownership dead = TestClaims.acquire(node.store(), orphan);
        rows.execute("update idempotency_record set lease_until = created_at");
        ClaimRequest taker = orphan.withNewOwner();
        Future<Optional<Claim>> otherTaker = node.inTransaction(entityManager -> {
            Ownership owner = claim(taker);
            assertThat(owner.attempt()).isEqualTo(2);
            assertThat(onAnotherNode(orphan.withNewOwner(), Duration.ofMillis(200))
                            .get(30, TimeUnit.SECONDS))
                    .isEmpty();
            Future<Optional<Claim>> patient = onAnotherNode(orphan.withNewOwner(), LONG);
            awaitWaiting();
            node.store().settleInTransaction(owner, ANSWER);
            return patient;
        });
        assertThat(otherTaker.get(30, TimeUnit.SECONDS)).contains(new Claim.Completed(ANSWER));
        assertThat(node.store().complete(dead, ANSWER)).isEqualTo(OwnerWrite.NOT_OWNER);
    }

    @EveryDatabase
    @Requirement("C2")
    void aTakeoverThatIsRolledBackLeavesTheOrphan(DatabaseKind database) {
        start(database);
        ClaimRequest orphan = request();
        TestClaims.acquire(node.store(), orphan);
        rows.execute("update idempotency_record set lease_until = created_at");
        assertThatThrownBy(() -> node.inTransaction(entityManager -> {
                    claim(orphan.withNewOwner());
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(rows.text("select owner_token from idempotency_record"))
                .isEqualTo(orphan.ownerToken().toString());
        assertThat(TestClaims.acquire(node.store(), orphan.withNewOwner()).attempt())
                .isEqualTo(2);
    }

    @EveryDatabase
    @Requirement("C9")
    void anExpiredRecordIsReplacedInTheTransaction(DatabaseKind database) throws Exception {
        start(database);
        ClaimRequest old = request();
        node.store().complete(TestClaims.acquire(node.store(), old), ANSWER);
        rows.execute("update idempotency_record set created_at = created_at - interval '25' hour,"
                + " expires_at = expires_at - interval '25' hour");
        node.inTransaction(entityManager -> {
            Ownership owner = claim(old.withNewOwner());
            assertThat(owner.attempt()).isEqualTo(1);
            return node.store().settleInTransaction(owner, ANSWER);
        });
        assertThat(rows.number("select count(*) from idempotency_record")).isEqualTo(1);
        assertThat(node.store().claim(old)).isEqualTo(new Claim.Completed(ANSWER));
    }

    @EveryDatabase
    void aFailedStatementIsNotTriedAgain(DatabaseKind database) throws Exception {
        start(database);
        rows.execute("drop table idempotency_record cascade");
        node.inTransaction(entityManager -> {
            assertThatThrownBy(() -> node.store().claimInTransaction(request(), LONG))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasRootCauseInstanceOf(SQLException.class);
            entityManager.getTransaction().setRollbackOnly();
            return null;
        });
    }

    private Ownership claim(ClaimRequest request) {
        Claim claim = node.store().claimInTransaction(request, LONG).orElseThrow();
        return ((Claim.Acquired) claim).ownership();
    }

    /** A claim on another node, in a transaction that waits already. */
    private Future<Optional<Claim>> duplicateOf(ClaimRequest request) {
        Future<Optional<Claim>> claim = onAnotherNode(request.withNewOwner(), LONG);
        awaitWaiting();
        return claim;
    }

    private Future<Optional<Claim>> onAnotherNode(ClaimRequest request, Duration lockWait) {
        TestNode otherNode = node(rows.dataSource());
        return other.submit(() ->
                otherNode.inTransaction(entityManager -> otherNode.store().claimInTransaction(request, lockWait)));
    }

    private void awaitWaiting() {
        Awaitility.await().until(() -> rows.number(kind.waitingSessions()) == 1);
    }

    private static void pay(EntityManager entityManager) {
        entityManager.createNativeQuery("insert into payment values (1)").executeUpdate();
    }

    private long payments() {
        return rows.number("select count(*) from payment");
    }
}
