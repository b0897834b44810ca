// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.persistence.UnsupportedDatabaseException;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.tck.Requirement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL behind a real connection pooler. */
@Requirement("S9")
@Tag("all")
class PgBouncerTest {

    private final PGSimpleDataSource database = (PGSimpleDataSource) Databases.POSTGRESQL.migrated();

    @BeforeAll
    static void isHere() {
        Assumptions.assumeTrue(
                PgBouncer.program().isPresent(), "this machine has no PgBouncer: apt-get install pgbouncer");
    }

    @Test
    void aTransactionPoolerThatKnowsNoStatementsStopsTheDeploymentWithTheCure() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "transaction");
                DataSourceNode node = new DataSourceNode(pooler.of(database))) {
            assertThatThrownBy(() -> DatabaseStartupCheck.check(node, InstantSource.system()))
                    .isInstanceOf(UnsupportedDatabaseException.class)
                    .hasMessageContaining("prepareThreshold=0");
        }
    }

    @Test
    void withTheCureItFitsAndEveryOutcomeIsStored() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "transaction")) {
            PGSimpleDataSource behind = pooler.of(database);
            behind.setPrepareThreshold(0);
            try (DataSourceNode node = new DataSourceNode(behind)) {
                assertThat(StatementTrialTest.logged(() -> DatabaseStartupCheck.check(node, InstantSource.system())))
                        .isEmpty();
                assertThat(replaysOf(node, 8, 25)).isEqualTo(200);
            }
        }
    }

    @Test
    void aSessionPoolerIsNoReasonToStop() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "session");
                DataSourceNode node = new DataSourceNode(pooler.of(database))) {
            assertThat(StatementTrialTest.logged(() -> DatabaseStartupCheck.check(node, InstantSource.system())))
                    .singleElement()
                    .asString()
                    .contains("IDEM-0504")
                    .contains("prepareThreshold=0");
        }
    }

    @Test
    void withoutAPoolerThereIsNothingToReport() {
        try (DataSourceNode node = new DataSourceNode(database)) {
            assertThat(new Pooler(node).judge()).isEqualTo(Pooler.Verdict.NONE);
        }
    }

    private static int replaysOf(DataSourceNode node, int threads, int callsEach) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(threads);
        try {
            Callable<Integer> client = () -> {
                int replays = 0;
                for (int call = 0; call < callsEach; call++) {
                    ClaimRequest request = TestClaims.request();
                    node.store().complete(TestClaims.acquire(node.store(), request), TestClaims.ANSWER);
                    replays += node.store().claim(request.withNewOwner()) instanceof Claim.Completed ? 1 : 0;
                }
                return replays;
            };
            List<Future<Integer>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                all.add(clients.submit(client));
            }
            int replays = 0;
            for (Future<Integer> each : all) {
                replays += each.get();
            }
            return replays;
        } finally {
            clients.shutdownNow();
        }
    }
}
