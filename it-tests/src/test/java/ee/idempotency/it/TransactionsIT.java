// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ee.idempotency.Idempotency;
import ee.idempotency.IdempotencyContext;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.tck.Requirement;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The modes of protected methods, in a server's own transactions. */
@Order(ServerContainer.SHARED)
@Tag("every-server")
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {

    @Inject
    Idempotency idempotency;

    @Inject
    IdempotencyContext context;

    @Inject
    Effects effects;

    @Inject
    ModesBean bean;

    @Inject
    ProtectedCalls calls;

    @EJB
    ModesEjb ejb;

    @Inject
    UserTransaction transaction;

    @Deployment
    static WebArchive exampleWithTests() {
        return Wars.withTests();
    }

    @BeforeEach
    void prepare() {
        effects.prepare();
    }

    @AfterEach
    void noTransactionIsLeftOnTheThread() throws Exception {
        assertEquals(Status.STATUS_NO_TRANSACTION, transaction.getStatus());
    }

    @Test
    @Requirement("X2")
    @Requirement("X3")
    @Requirement("X6")
    void effectAndOutcomeAreOfOneTransaction() throws Exception {
        for (ProtectedCall operation : calls.all()) {
            String key = newKey();
            String first = operation.call().call(key, WorkEnding.WORKS);
            assertEquals(first, operation.call().call(key, WorkEnding.WORKS), operation.name());
            assertEquals(1, effects.count(key), operation.name());
            assertEquals(Optional.of(State.COMPLETED), calls.stateOf(operation, key), operation.name());
            if (effects.knowsWriters()) {
                String recordsKey = idempotency
                        .operation(operation.name())
                        .key(key)
                        .lookup()
                        .orElseThrow()
                        .key();
                assertEquals(1, effects.writers(key, operation.name(), recordsKey), operation.name());
            }
        }
    }

    /** What all else rests on, and Payara does not do with other settings of Hibernate: docs/payara.md. */
    @Test
    @Requirement("X2")
    void transactionsOfTheServerAreWhole() throws Exception {
        String outer = newKey();
        String inner = newKey();
        transaction.begin();
        effects.work(outer, WorkEnding.WORKS);
        assertEquals(0, effects.count(outer));
        effects.workAndFlushApart(inner);
        ejb.aroundAnother(outer);
        effects.work(outer, WorkEnding.WORKS);
        transaction.rollback();
        assertEquals(0, effects.count(outer));
        assertEquals(1, effects.count(inner));

        effects.workAndFlushAtCommit(outer);
        String ejbs = newKey();
        ejb.flushAtCommit(ejbs);
        if (effects.knowsWriters()) {
            assertEquals(1, effects.writers(outer, "", ""));
            assertEquals(1, effects.writers(ejbs, "", ""));
            assertEquals(1, effects.writers(inner, "", ""));
        }
    }

    @Test
    @Requirement("X2")
    @Requirement("X3")
    void anExceptionUndoesTheEffectAndFreesTheKey() throws Exception {
        for (ProtectedCall operation : calls.all()) {
            String key = newKey();
            assertThrows(Exception.class, () -> operation.call().call(key, WorkEnding.THROWS), operation.name());
            assertEquals(0, effects.count(key), operation.name());
            calls.awaitFree(operation, key);
            operation.call().call(key, WorkEnding.WORKS);
            assertEquals(1, effects.count(key), operation.name());
        }
    }

    @Test
    @Requirement("X2")
    @Requirement("X3")
    void aMarkedTransactionIsNeitherCommittedNorAnswered() throws Exception {
        for (ProtectedCall operation : calls.all()) {
            String key = newKey();
            Exception refused =
                    assertThrows(Exception.class, () -> operation.call().call(key, WorkEnding.MARKS), operation.name());
            assertTrue(
                    CauseChain.has(refused, TransactionRolledBackException.class), operation.name() + ": " + refused);
            assertEquals(0, effects.count(key), operation.name());
            calls.awaitFree(operation, key);
        }
    }

    @Test
    @Requirement("C7")
    @Requirement("X2")
    void aFailureThatIsAnAnswerIsKeptAndItsEffectUndone() {
        for (ProtectedCall operation : calls.all()) {
            if (operation.ownTransaction() || operation.name().equals("ejb-joined")) {
                String key = newKey();
                assertThrows(Exception.class, () -> operation.call().call(key, WorkEnding.DECLINES), operation.name());
                Exception repeat = assertThrows(
                        Exception.class, () -> operation.call().call(key, WorkEnding.DECLINES), operation.name());
                assertTrue(CauseChain.has(repeat, PreviouslyFailedException.class), operation.name() + ": " + repeat);
                assertEquals(0, effects.count(key), operation.name());
            }
        }
    }

    @Test
    @Requirement("X6")
    void theCallersTransactionDecides() throws Exception {
        for (ProtectedCall operation : calls.all()) {
            if (!operation.name().equals("ejb-requires-new")) {
                String key = newKey();
                transaction.begin();
                operation.call().call(key, WorkEnding.WORKS);
                assertTrue(
                        calls.stateOf(operation, key)
                                .filter(State.COMPLETED::equals)
                                .isEmpty(),
                        operation.name());
                transaction.rollback();
                assertEquals(0, effects.count(key), operation.name());
                calls.awaitFree(operation, key);

                transaction.begin();
                operation.call().call(key, WorkEnding.WORKS);
                transaction.commit();
                assertEquals(1, effects.count(key), operation.name());
                assertEquals(Optional.of(State.COMPLETED), calls.stateOf(operation, key), operation.name());
            }
        }
    }

    @Test
    @Requirement("X3")
    @Requirement("X8")
    void duplicatesMeanwhileAreRefusedAndPoisonNothing() throws Exception {
        for (ProtectedCall operation : calls.ofBeans()) {
            String key = newKey();
            Future<String> first =
                    effects.executor().submit(() -> operation.call().call(key, WorkEnding.WAITS));
            assertTrue(effects.gate(key).arrived().await(30, TimeUnit.SECONDS), operation.name());
            transaction.begin();
            effects.work(key + "-before", WorkEnding.WORKS);
            assertThrows(
                    OperationInProgressException.class,
                    () -> operation.call().call(key, WorkEnding.WORKS),
                    operation.name());
            effects.work(key + "-after", WorkEnding.WORKS);
            transaction.commit();
            effects.gate(key).open().countDown();

            String answer = first.get(30, TimeUnit.SECONDS);
            assertEquals(answer, operation.call().call(key, WorkEnding.WORKS), operation.name());
            assertEquals(1, effects.count(key), operation.name());
            assertEquals(1, effects.count(key + "-after"), operation.name());
        }
    }

    @Test
    @Requirement("X8")
    void aReplayInsideAnEjbsTransactionLeavesItUsable() throws Exception {
        String key = newKey();
        String first = bean.oneCommit(key, WorkEnding.WORKS);

        assertEquals(first, ejb.aroundDuplicate(key));
        assertEquals(1, effects.count(key));
        assertEquals(1, effects.count(key + "-before"));
        assertEquals(1, effects.count(key + "-after"));
    }

    @Test
    @Requirement("X5")
    void nestedOperationsShareTheFateOfTheOuterOne() throws Exception {
        String key = newKey();
        List<String> all = List.of(key, key + "-self", key + "-other", key + "-part", key + "-shipped");
        assertThrows(IllegalStateException.class, () -> bean.nested(key, WorkEnding.THROWS));
        for (String effect : all) {
            assertEquals(0, effects.count(effect), effect);
        }

        String first = bean.nested(key, WorkEnding.WORKS);
        assertEquals(first, bean.nested(key, WorkEnding.WORKS));
        for (String effect : all) {
            assertEquals(1, effects.count(effect), effect);
        }
        assertTrue(first.endsWith("attempt 1"), first);
        String other = key + "-other";
        assertTrue(first.contains(ejb.oneCommit(other, WorkEnding.WORKS)), "it has a key of its own");
    }

    @Test
    @Requirement("X6")
    void saysWhyNoTransactionCanBegin() {
        String key = newKey();
        Exception refused = assertThrows(Exception.class, () -> ejb.callWithoutTransaction(key));
        assertTrue(
                CauseChain.messages(refused).contains("A transaction cannot be begun here"),
                CauseChain.messages(refused));
        assertEquals(0, effects.count(key));
        assertEquals(Optional.empty(), calls.stateOf(calls.all().get(0), key));
    }

    @Test
    @Requirement("X7")
    void theContextSpeaksOfTheCurrentClaimAndTheLastAnswer() throws Exception {
        String key = newKey();
        assertTrue(!context.isActive());
        bean.joined(key, WorkEnding.WORKS);
        assertTrue(!context.isReplayed());
        bean.joined(key, WorkEnding.WORKS);
        assertTrue(context.isReplayed());
        String downstream = idempotency
                .operation("context")
                .key(key)
                .execute(String.class, () -> context.operation() + " " + context.downstreamKey("bank"));
        assertTrue(downstream != null && downstream.matches("context [A-Za-z0-9_-]{43}"), downstream);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
