// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.Databases;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Ownership;
import ee.idempotency.tck.Requirement;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@Requirement("X8")
class NoPoisonTest {

    @EveryDatabase
    void aDuplicateClaimLeavesTheTransactionItIsInUsable(DatabaseKind kind) throws Exception {
        DataSource database = kind.migrated();
        Rows rows = new Rows(database);
        rows.execute("create table payment (id int primary key)");
        try (TestNode node = new TestNode(database)) {
            ClaimRequest request = request();
            ClaimRequest duplicate = request(request.binding().key());
            Ownership owner = acquire(node.store(), request);
            assertThat(claimBetweenTwoPayments(node, duplicate, 1)).isInstanceOf(Claim.InProgress.class);
            node.store().complete(owner, ANSWER);
            assertThat(claimBetweenTwoPayments(node, duplicate, 3)).isEqualTo(new Claim.Completed(ANSWER));
        }
        assertThat(rows.number("select count(*) from payment")).isEqualTo(4);
    }

    private static Claim claimBetweenTwoPayments(TestNode node, ClaimRequest request, int id) throws Exception {
        return node.inTransaction(entityManager -> {
            payment(entityManager, id);
            Claim claim = node.store()
                    .claimInTransaction(request, Duration.ofSeconds(1))
                    .orElseThrow();
            payment(entityManager, id + 1);
            assertThat(entityManager.getTransaction().getRollbackOnly()).isFalse();
            assertThat(entityManager.isOpen()).isTrue();
            return claim;
        });
    }

    private static void payment(EntityManager entityManager, int id) {
        entityManager
                .createNativeQuery("insert into payment values (" + id + ")")
                .executeUpdate();
    }

    @Test
    @Requirement("C1")
    void aRaceFor20KeysLeavesNoTraceInTheLog() throws Exception {
        List<LogRecord> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logRecord) {
                synchronized (logged) {
                    logged.add(logRecord);
                }
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        handler.setLevel(Level.INFO);
        try (TestNode node = new TestNode(Databases.H2.migrated())) {
            Logger.getLogger("").addHandler(handler);
            for (int key = 0; key < 20; key++) {
                assertThat(acquiredBy64(node, "key " + key)).isEqualTo(1);
            }
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
    }

    private static long acquiredBy64(TestNode node, String key) throws Exception {
        int callers = 64;
        CyclicBarrier start = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<Claim>> claims = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                claims.add(() -> {
                    start.await();
                    return node.store().claim(request(key));
                });
            }
            long acquired = 0;
            for (Future<Claim> claim : threads.invokeAll(claims)) {
                acquired += claim.get() instanceof Claim.Acquired ? 1 : 0;
            }
            return acquired;
        } finally {
            threads.shutdownNow();
        }
    }
}
