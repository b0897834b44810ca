// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.persistence.internal.Rows;
import ee.idempotency.persistence.internal.TestNode;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.file.Files;
import java.util.function.Consumer;
import javax.sql.DataSource;

class RecordTest {

    @EveryDatabase
    void theEntityShowsWhatTheStoreWrote(DatabaseKind kind) {
        try (TestNode node = new TestNode(kind.migrated())) {
            ClaimRequest request = request();
            Ownership owner = acquire(node.store(), request);
            node.store().complete(owner, ANSWER);
            withEntity(node, request, record -> {
                assertThat(record.getState()).isEqualTo("COMPLETED");
                assertThat(record.getKey()).isEqualTo(request.binding().key());
                assertThat(record.getFingerprint())
                        .isEqualTo(request.fingerprint().toBytes());
                assertThat(record.getStatus()).isEqualTo((short) 201);
                assertThat(record.getBody()).isEqualTo(new byte[1024]);
                assertThat(record.getOutcomeHash()).isEqualTo(ANSWER.hash().toArray());
                assertThat(record.getVersion()).isEqualTo(owner.version() + 1);
                assertThat(record.getOwnerToken()).isNull();
            });
        }
    }

    @EveryDatabase
    @Requirement("C4")
    void aChangeThroughJpaRefusesTheOwnersCompletion(DatabaseKind kind) {
        try (TestNode node = new TestNode(kind.migrated());
                EntityManager entityManager = node.newEntityManager()) {
            ClaimRequest request = request();
            Ownership owner = acquire(node.store(), request);
            entityManager.getTransaction().begin();
            entityManager.find(
                    IdempotencyRecordEntity.class,
                    request.recordKey().value(),
                    LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            entityManager.getTransaction().commit();
            assertThat(node.store().complete(owner, ANSWER)).isEqualTo(OwnerWrite.NOT_OWNER);
        }
    }

    @EveryDatabase
    @Requirement("H2")
    void aDamagedAnswerIsNeverGivenOut(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            node.store().complete(acquire(node.store(), request), ANSWER);
            new Rows(database).execute("update idempotency_record set status = 200");
            assertThatThrownBy(() -> node.store().claim(request)).isInstanceOf(DamagedRecordException.class);
            assertThatThrownBy(() -> node.store().lookup(request.recordKey()))
                    .isInstanceOf(DamagedRecordException.class);
        }
    }

    @EveryDatabase
    @Requirement("H2")
    void headersThatNobodyStoredAreDamageUntilTheRecordExpires(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            node.store().complete(acquire(node.store(), request), ANSWER);
            Rows rows = new Rows(database);
            assertThat(rows.text("select headers from idempotency_record"))
                    .isEqualTo("Content-Type: application/json\nLocation: /x/1");
            rows.execute("update idempotency_record set headers = 'no name'");

            assertThatThrownBy(() -> node.store().claim(request))
                    .isInstanceOf(DamagedRecordException.class)
                    .hasMessageContaining("one of its header lines is none");
            assertThatThrownBy(() -> node.store().lookup(request.recordKey()))
                    .isInstanceOf(DamagedRecordException.class);

            rows.execute("update idempotency_record set created_at = created_at - interval '25' hour,"
                    + " expires_at = expires_at - interval '25' hour");
            assertThat(node.store().claim(request.withNewOwner())).isInstanceOf(Claim.Acquired.class);
        }
    }

    /** A later release may write one while this one still runs beside it. */
    @EveryDatabase
    @Requirement("K6")
    void aFingerprintOfAnUnknownVersionIsReportedAsDamagedAndNeverReplayed(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            node.store().complete(acquire(node.store(), request), ANSWER);
            String hex = "02" + "ab".repeat(32);
            new Rows(database).execute("update idempotency_record set fingerprint = " + kind.bytes(hex));

            assertThatThrownBy(() -> node.store().claim(request))
                    .isInstanceOf(DamagedRecordException.class)
                    .hasMessageContaining("fingerprint is of an unknown version");
            assertThatThrownBy(() -> node.store().lookup(request.recordKey()))
                    .isInstanceOf(DamagedRecordException.class);
        }
    }

    @EveryDatabase
    @Requirement("S1")
    void theStoreWorksOnASchemaMadeByHand(DatabaseKind kind) throws Exception {
        DataSource database = kind.empty();
        DatabaseKind.execute(database, Files.readString(kind.handWrittenSchema()));
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            node.store().complete(acquire(node.store(), request), ANSWER);
            assertThat(node.store().claim(request)).isEqualTo(new Claim.Completed(ANSWER));
        }
    }

    private static void withEntity(TestNode node, ClaimRequest request, Consumer<IdempotencyRecordEntity> check) {
        try (EntityManager entityManager = node.newEntityManager()) {
            check.accept(entityManager.find(
                    IdempotencyRecordEntity.class, request.recordKey().value()));
        }
    }
}
