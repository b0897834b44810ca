// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.ChangeRefusedException.Reason;
import ee.idempotency.Idempotency;
import ee.idempotency.IdempotentCall;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OpenTransactionException;
import ee.idempotency.TransactionMode;
import ee.idempotency.admin.IdempotencyAdmin;
import ee.idempotency.admin.RecordView;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.tck.Requirement;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application sees from the inside of the server. */
@Order(ServerContainer.SHARED)
@Tag("every-server")
@ExtendWith(ArquillianExtension.class)
class InContainerIT {

    @Inject
    Idempotency idempotency;

    @Inject
    IdempotencyAdmin admin;

    @Inject
    ProtectedBean bean;

    @EJB
    ProtectedEjb ejb;

    @EJB
    ProtectedTimer timer;

    @Inject
    UserTransaction transaction;

    @Inject
    Records records;

    @Deployment
    static WebArchive exampleWithTests() {
        return Wars.withTests();
    }

    @Test
    @Requirement("A1")
    @Requirement("A8")
    void protectsAnEjbMethod() {
        String key = newKey();
        assertEquals(ejb.outside(key), ejb.outside(key));
    }

    @Test
    @Requirement("A1")
    void claimsBeforeTheTransactionOfTheMethodBegins() {
        String key = newKey();
        assertEquals(bean.transactional(key), bean.transactional(key));
    }

    @Test
    @Requirement("A9")
    void protectsMethodsWhoseInterfaceIsAnnotated() {
        String key = newKey();
        assertEquals(bean.contract(key), bean.contract(key));
        assertEquals(ejb.contract(key), ejb.contract(key), "each class its own operation");
    }

    @Test
    @Requirement("A9")
    void protectsTimers() {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> timer.unprotectedRuns() >= 3 && timer.protectedRuns() > 0);
        assertEquals(1, timer.protectedRuns());
    }

    @Test
    @Requirement("A12")
    void joinsAnOpenTransactionWhereNobodyChoseAMode() {
        String key = newKey();
        assertEquals(ejb.inside(key), ejb.inside(key));
        String other = newKey();
        assertEquals(bean.callInside(bean, other), bean.callInside(bean, other));
    }

    @Test
    @Requirement("A2")
    @Requirement("X1")
    @Requirement("X6")
    void refusesIndependentCallsInsideAnOpenTransactionAndClaimsNothing() throws Exception {
        transaction.begin();
        try {
            var call = idempotency.operation("by-hand").key(newKey()).mode(TransactionMode.INDEPENDENT);
            assertThrows(OpenTransactionException.class, () -> call.execute(String.class, () -> "ran"));
            assertTrue(call.lookup().isEmpty());
        } finally {
            transaction.rollback();
        }
    }

    @Test
    @Requirement("O6")
    void administersRecordsInTransactionsOfTheContainer() {
        var call = idempotency.operation("by-hand").key(newKey()).mode(TransactionMode.INDEPENDENT);
        ChangeNote note = new ChangeNote("operator", "its node is known to be dead");

        assertThrows(
                NotOwnerException.class,
                () -> call.execute(String.class, () -> {
                    RecordView running = shown(call);
                    ChangeRefusedException tooEarly = assertThrows(
                            ChangeRefusedException.class,
                            () -> admin.release(running.recordKey(), running.version(), note));
                    assertEquals(Reason.LIVE_LEASE, tooEarly.reason());
                    admin.expireLease(running.recordKey(), running.version(), note);
                    ChangeRefusedException stale = assertThrows(
                            ChangeRefusedException.class,
                            () -> admin.neverHappened(running.recordKey(), running.version(), note));
                    assertEquals(Reason.STALE_VERSION, stale.reason());
                    RecordView expired = shown(call);
                    admin.neverHappened(expired.recordKey(), expired.version(), note);
                    return "too late";
                }));

        assertEquals("ran", call.execute(String.class, () -> "ran"));
        RecordView settled = shown(call);
        assertEquals(2, admin.inspect(settled.recordKey()).orElseThrow().audit().size(), "the changes that were made");
        admin.delete(settled.recordKey(), settled.version(), note);
        assertTrue(call.lookup().isEmpty());
    }

    private RecordView shown(IdempotentCall call) {
        String key = call.lookup().orElseThrow().key();
        return admin.find(Filter.ALL.ofOperation("by-hand").ofKey(key), Optional.empty(), 10)
                .records()
                .get(0);
    }

    @Test
    @Requirement("A5")
    @Requirement("C11")
    void sweepsExpiredRecordsByItself() {
        String operation = expiredRecord();

        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> records.of(operation) == 0);
    }

    /** Payara gives a timer up for good whose call-back failed twice in a row. */
    @Test
    @Requirement("C11")
    void goesOnSweepingAfterSweepsThatFailed() throws Exception {
        Logger logger = Logger.getLogger("ee.idempotency.ejb");
        FailedSweeps failures = new FailedSweeps();
        logger.addHandler(failures);
        String operation;
        records.execute("alter table idempotency_record rename to hidden_record");
        try {
            assertTrue(failures.seen.await(60, TimeUnit.SECONDS), () -> failures.seen.getCount() + " failures to come");
        } finally {
            logger.removeHandler(failures);
            records.execute("alter table hidden_record rename to idempotency_record");
        }
        operation = expiredRecord();

        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> records.of(operation) == 0);
    }

    private String expiredRecord() {
        String operation = "swept-" + newKey();
        idempotency.operation(operation).key("k").execute(String.class, () -> "done");
        assertEquals(1, records.of(operation));
        records.execute("update idempotency_record set created_at = created_at - interval '10' day,"
                + " expires_at = expires_at - interval '10' day where operation = '" + operation + "'");
        return operation;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    static final class FailedSweeps extends Handler {

        final CountDownLatch seen = new CountDownLatch(4);

        @Override
        public void publish(LogRecord record) {
            if (record.getMessage().startsWith("IDEM-0202")) {
                seen.countDown();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
