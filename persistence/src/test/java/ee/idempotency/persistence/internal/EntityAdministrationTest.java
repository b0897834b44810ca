// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.ChangeRefusedException.Reason;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.tck.Requirement;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import javax.sql.DataSource;

/** What only a database can show of an administrator's changes; the rest is in the contract. */
@Requirement("O6")
class EntityAdministrationTest {

    private static final ChangeNote NOTE = new ChangeNote("ops", "the node is known to be dead");

    /** Between the look at the record and the statement that JPA writes: only the entity's version notices. */
    @EveryDatabase
    @Requirement("C4")
    void anOwnerThatIsFasterMakesTheAdministratorsWriteFail(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            Ownership owner = acquire(node.store(), request);
            AdministrativeVerbs verbs = beforeItsWrite(
                    node, () -> assertThat(node.store().complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED));

            assertThatThrownBy(() ->
                            verbs.change(request.recordKey(), owner.version(), new RecordChange.ExpireLease(), NOTE))
                    .isInstanceOfSatisfying(
                            ChangeRefusedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.STALE_VERSION));
            Rows rows = new Rows(database);
            assertThat(rows.text("select state from idempotency_record")).isEqualTo("COMPLETED");
            assertThat(rows.number("select count(*) from idempotency_audit")).isZero();
        }
    }

    @EveryDatabase
    @Requirement("C4")
    void anAdministratorThatIsFasterMakesTheOwnersWriteFail(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            Ownership owner = acquire(node.store(), request);
            verbs(node).change(request.recordKey(), owner.version(), new RecordChange.ExpireLease(), NOTE);

            assertThat(node.store().complete(owner, ANSWER)).isEqualTo(OwnerWrite.NOT_OWNER);
            Rows rows = new Rows(database);
            assertThat(rows.number("select version from idempotency_record")).isEqualTo(owner.version() + 1L);
            assertThat(rows.number(
                            "select count(*) from idempotency_audit where actor = 'ops' and verb = 'EXPIRE_LEASE'"
                                    + " and state_before = 'IN_PROGRESS' and version_before = " + owner.version()))
                    .isEqualTo(1);
        }
    }

    /** The answer of the commit was lost, or the trail could not be written: neither half without the other. */
    @EveryDatabase
    void withoutItsEntryInTheTrailAChangeIsNotDone(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            Ownership owner = acquire(node.store(), request);
            Rows rows = new Rows(database);
            rows.execute("drop table idempotency_audit");

            assertThatThrownBy(() -> verbs(node)
                            .change(request.recordKey(), owner.version(), new RecordChange.ExpireLease(), NOTE))
                    .isInstanceOf(ee.idempotency.StoreUnavailableException.class);
            assertThat(node.store().complete(owner, ANSWER)).isEqualTo(OwnerWrite.APPLIED);
        }
    }

    /** An outcome that an administrator stores is verified like any other. */
    @EveryDatabase
    void theTimesAreTheDatabasesAndTheHashFits(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            Ownership owner = acquire(node.store(), request);
            verbs(node).change(request.recordKey(), owner.version(), new RecordChange.ExpireLease(), NOTE);
            Duration retention = Duration.ofDays(3);
            verbs(node)
                    .change(
                            request.recordKey(),
                            owner.version() + 1,
                            new RecordChange.Resolve(ANSWER, retention),
                            NOTE);

            assertThat(node.store().lookup(request.recordKey()).orElseThrow().outcome())
                    .contains(ANSWER);
            assertThat(node.store().lookup(request.recordKey()).orElseThrow().expiresAt())
                    .isBetween(
                            verbs(node)
                                    .audit(request.recordKey(), 1)
                                    .get(0)
                                    .at()
                                    .plus(retention)
                                    .minusSeconds(60),
                            verbs(node)
                                    .audit(request.recordKey(), 1)
                                    .get(0)
                                    .at()
                                    .plus(retention));
        }
    }

    @EveryDatabase
    void thereIsNoneThroughADataSource(DatabaseKind kind) {
        try (DataSourceNode node = new DataSourceNode(kind.migrated())) {
            assertThat(node.store().administrative()).isEmpty();
        }
    }

    private static AdministrativeVerbs verbs(TestNode node) {
        return node.store().administrative().orElseThrow();
    }

    /** The verbs, held up between their look at the record and their write. */
    private static AdministrativeVerbs beforeItsWrite(TestNode node, Runnable meanwhile) {
        EntityTransactions real = node.entities().orElseThrow();
        EntityTransactions heldUp = new EntityTransactions() {
            @Override
            public <T> T call(EntityWork<T> work) {
                return real.call(entities -> work.run(heldUp(entities, meanwhile)));
            }
        };
        return new EntityAdministration(new EntityAccess(heldUp, new ChosenStatements()));
    }

    private static EntityManager heldUp(EntityManager entities, Runnable meanwhile) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("flush")) {
                        meanwhile.run();
                    }
                    try {
                        return method.invoke(entities, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
