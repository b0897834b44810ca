// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.tck.Requirement;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protected methods whose transaction the server ends while they run, because its time is over. */
@Order(ServerContainer.SHARED)
@Requirement("X9")
@Tag("every-server")
@ExtendWith(ArquillianExtension.class)
class TimeoutsIT {

    @Inject
    Effects effects;

    @Inject
    ProtectedCalls calls;

    @Inject
    UserTransaction transaction;

    @Deployment
    static WebArchive exampleWithTests() {
        return Wars.withTests();
    }

    @BeforeEach
    void prepare() throws Exception {
        effects.prepare();
        transaction.setTransactionTimeout(1);
    }

    @AfterEach
    void noTransactionIsLeftOnTheThread() throws Exception {
        transaction.setTransactionTimeout(0);
        assertEquals(Status.STATUS_NO_TRANSACTION, transaction.getStatus());
    }

    @Test
    void workThatOutlivesItsTransactionHasNoEffectAndFreesItsKey() throws Exception {
        for (ProtectedCall operation : calls.ofBeans()) {
            String key = UUID.randomUUID().toString();
            Exception refused = assertThrows(
                    Exception.class, () -> operation.call().call(key, WorkEnding.OUTLASTS), operation.name());
            assertTrue(
                    CauseChain.has(refused, TransactionRolledBackException.class), operation.name() + ": " + refused);
            assertUndone(operation, key);
        }
    }

    @Test
    @Requirement("X6")
    void theTransactionOfTheCallerIsNotLeftByAnOutcome() throws Exception {
        for (ProtectedCall operation : calls.ofBeans()) {
            String key = UUID.randomUUID().toString();
            transaction.begin();
            assertThrows(Exception.class, () -> operation.call().call(key, WorkEnding.OUTLASTS), operation.name());
            assertNotEquals(Status.STATUS_ACTIVE, transaction.getStatus(), operation.name());
            transaction.rollback();
            assertUndone(operation, key);
        }
    }

    private void assertUndone(ProtectedCall operation, String key) throws Exception {
        assertEquals(0, effects.count(key), operation.name());
        calls.awaitFree(operation, key);
        transaction.setTransactionTimeout(0);
        operation.call().call(key, WorkEnding.WORKS);
        transaction.setTransactionTimeout(1);
        assertEquals(1, effects.count(key), operation.name());
        assertEquals(Optional.of(State.COMPLETED), calls.stateOf(operation, key), operation.name());
    }
}
