// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ee.idempotency.Idempotency;
import ee.idempotency.IdempotencyContext;
import ee.idempotency.IdempotentCall;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OperationStatus;
import ee.idempotency.TransactionMode;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.tck.Requirement;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work that takes longer than its lease of one second, on the timers of a server, which nothing else uses meanwhile. */
@Order(ServerContainer.SHARED)
@Tag("one-database")
@ExtendWith(ArquillianExtension.class)
@Requirement("C5")
class HeartbeatIT {

    private static final Duration LEASE = Duration.ofSeconds(1);

    private static final List<TransactionMode> MODES = List.of(TransactionMode.INDEPENDENT, TransactionMode.JOINED);

    @Inject
    Idempotency idempotency;

    @Inject
    IdempotencyContext context;

    @Inject
    IdempotencyEngine engine;

    @Inject
    Effects effects;

    @EJB
    ModesEjb ejb;

    @Deployment
    static WebArchive exampleWithTests() {
        return Wars.withTests();
    }

    @BeforeEach
    void prepare() {
        effects.prepare();
    }

    @AfterEach
    void noTimerOutlivesItsOperation() throws Exception {
        assertTimers(0);
    }

    @Test
    void aClaimIsKeptBeyondItsLeaseWhileTheWorkRuns() throws Exception {
        for (TransactionMode mode : MODES) {
            IdempotentCall call = call(mode);
            String answer = call.execute(String.class, () -> {
                assertTimers(1);
                outlastLease(call);
                assertInProgress(effects.executor().submit(() -> call.execute(String.class, () -> "second")));
                context.assertOwned();
                return "first";
            });
            assertEquals("first", answer, mode.name());
            assertEquals("first", call.execute(String.class, () -> "repeat"), mode.name());
        }
    }

    @Test
    void anEjbsClaimIsKeptToo() throws Exception {
        String key = UUID.randomUUID().toString();
        Future<String> first = effects.executor().submit(() -> ejb.kept(key, WorkEnding.WAITS));
        assertTrue(effects.gate(key).arrived().await(30, TimeUnit.SECONDS));
        outlastLease(idempotency.operation("ejb-kept").key(key));
        Exception refused = assertThrows(Exception.class, () -> ejb.kept(key, WorkEnding.WORKS));
        assertInstanceOf(OperationInProgressException.class, refused.getCause(), refused.toString());
        effects.gate(key).open().countDown();
        assertEquals(first.get(30, TimeUnit.SECONDS), ejb.kept(key, WorkEnding.WORKS));
    }

    @Test
    @Requirement("C13")
    void withoutHeartbeatARepeatTakesOverAndTheFirstIsRefused() {
        for (TransactionMode mode : MODES) {
            IdempotentCall call = call(mode).heartbeat(false);
            NotOwnerException refused = assertThrows(
                    NotOwnerException.class,
                    () -> call.execute(String.class, () -> {
                        assertTimers(0);
                        await().ignoreException(ExecutionException.class)
                                .until(() -> "second"
                                        .equals(effects.executor()
                                                .submit(() -> call.execute(String.class, () -> "second"))
                                                .get()));
                        assertThrows(NotOwnerException.class, context::assertOwned);
                        return "first";
                    }));
            assertTrue(String.valueOf(refused.getMessage()).contains("no longer owns"), mode.name());
            assertEquals("second", call.execute(String.class, () -> "repeat"), mode.name());
        }
    }

    @Test
    @Requirement("X7")
    void aClaimThatIsDeletedMeanwhileIsLostAndItsOutcomeRefused() {
        for (TransactionMode mode : MODES) {
            IdempotentCall call = call(mode);
            String effect = UUID.randomUUID().toString();
            assertThrows(
                    NotOwnerException.class,
                    () -> call.execute(String.class, () -> {
                        if (mode.isTransactional()) {
                            effects.work(effect, WorkEnding.WORKS);
                        }
                        engine.delete(CurrentClaim.find().orElseThrow().binding());
                        await().until(context::isLost);
                        assertEquals(Duration.ZERO, context.remainingLease());
                        assertTimers(0);
                        return "too late";
                    }),
                    mode.name());
            assertEquals(0, effects.count(effect), mode.name());
            assertTrue(call.lookup().isEmpty(), mode.name());
        }
    }

    private IdempotentCall call(TransactionMode mode) {
        return idempotency
                .operation("beat-" + mode)
                .key(UUID.randomUUID().toString())
                .mode(mode)
                .lease(LEASE);
    }

    /** Waits until the record was renewed after its first lease was half over, and once more. */
    private static void outlastLease(IdempotentCall call) {
        Instant first = leaseUntil(call);
        await().until(() -> leaseUntil(call).isAfter(first.plusMillis(1500)));
    }

    private static Instant leaseUntil(IdempotentCall call) {
        return call.lookup().flatMap(OperationStatus::leaseUntil).orElseThrow();
    }

    private static void assertInProgress(Future<String> repeat) {
        ExecutionException refused = assertThrows(ExecutionException.class, repeat::get);
        assertInstanceOf(OperationInProgressException.class, refused.getCause(), refused.toString());
    }

    private static ConditionFactory await() {
        return Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30));
    }

    /** How many tasks the server's scheduler is going to run, where it can be seen: on Payara. */
    private static void assertTimers(long expected) throws ReflectiveOperationException, NamingException {
        Object scheduler = InitialContext.doLookup("java:comp/DefaultManagedScheduledExecutorService");
        if (scheduler.getClass().getName().startsWith("org.glassfish.")) {
            assertEquals(expected, timers(scheduler));
        }
    }

    /** Payara keeps cancelled tasks until they are due. */
    private static long timers(Object scheduler) throws ReflectiveOperationException {
        Object service = field(scheduler, "executor");
        ScheduledThreadPoolExecutor pool = (ScheduledThreadPoolExecutor) field(service, "threadPoolExecutor");
        return pool.getQueue().stream()
                .filter(task -> !((ScheduledFuture<?>) task).isCancelled())
                .count();
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
