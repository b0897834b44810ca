// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.OpenTransactionException;
import ee.idempotency.spi.SchedulerSource;
import ee.idempotency.spi.Transactions;
import ee.idempotency.tck.Requirement;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;

/** A runtime without JNDI provides transactions and threads as beans. */
@Requirement("A6")
class SurroundingsTest {

    /** An operation. */
    @ApplicationScoped
    public static class Greetings {

        @IdempotentOperation(name = "greet")
        public String greet(@IdempotencyKeyPart String name) {
            return "Hello, " + name;
        }
    }

    /** Threads of the application's own. */
    @ApplicationScoped
    public static class OwnThreads implements SchedulerSource {

        private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

        @Override
        public ScheduledExecutorService scheduler() {
            return executor;
        }

        long tasks() {
            return executor.getQueue().size();
        }

        @PreDestroy
        void close() {
            executor.shutdownNow();
        }
    }

    /** Transactions of the runtime's own, always inside one. */
    @Dependent
    public static class OwnTransactions {

        @Produces
        Transactions open() {
            return (Transactions) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Transactions.class}, (proxy, method, arguments) -> {
                        assertThat(method.getName()).isEqualTo("isOpen");
                        return true;
                    });
        }
    }

    @Test
    void leasesAreRenewedOnTheThreadsThatABeanGives() {
        try (Application application = Application.deploy(
                Map.of(
                        "idempotency.store", "memory",
                        "idempotency.heartbeat", "true",
                        "idempotency.sweep.enabled", "false"),
                Greetings.class,
                OwnThreads.class)) {
            application.get(Greetings.class).greet("Ada");

            assertThat(application.get(OwnThreads.class).tasks()).isEqualTo(1);
        }
    }

    @Test
    void transactionsAreThoseOfTheBean() {
        try (Application application = Application.deploy(Greetings.class, OwnTransactions.class)) {
            Greetings greetings = application.get(Greetings.class);

            assertThatThrownBy(() -> greetings.greet("Ada")).isInstanceOf(OpenTransactionException.class);
        }
    }
}
