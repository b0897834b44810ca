// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.spi.CallerResolver;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Methods whose keys are those of their caller. */
@Requirement("O11")
class CallersTest {

    /** Says what the test wants. */
    @ApplicationScoped
    public static class Callers implements CallerResolver {

        private Optional<String> current = Optional.of("alice");
        private int asked;

        @Override
        public Optional<String> currentCaller() {
            asked++;
            return current;
        }

        /** Changes it; null for nobody. */
        public void become(String caller) {
            current = Optional.ofNullable(caller);
        }

        /** How often it was asked. */
        public int asked() {
            return asked;
        }
    }

    /** Counts what it does. */
    @ApplicationScoped
    public static class Carts {

        private int runs;

        @Inject
        Carts self;

        @IdempotentOperation(name = "check-out", perCaller = true)
        public String checkOut(@IdempotencyKeyPart String cart) {
            return "run " + ++runs;
        }

        @IdempotentOperation(name = "ship")
        public String ship(@IdempotencyKeyPart String cart) {
            return "run " + ++runs;
        }

        /** Its part is of the caller by itself. */
        @IdempotentOperation(name = "order", perCaller = true)
        public String order(@IdempotencyKeyPart String cart) {
            return self.mail();
        }

        @IdempotentOperation(name = "mail", subOperation = true)
        public String mail() {
            return "mail " + ++runs;
        }
    }

    @Test
    void aMethodRunsOnceForEachCaller() {
        try (Application application = Application.deploy(Carts.class, Callers.class)) {
            Carts carts = application.get(Carts.class);
            Callers callers = application.get(Callers.class);

            assertThat(carts.checkOut("c-1")).isEqualTo("run 1");
            callers.become("bob");
            assertThat(carts.checkOut("c-1")).isEqualTo("run 2");
            callers.become(null);
            assertThat(carts.checkOut("c-1")).as("nobody is nobody else").isEqualTo("run 3");
            callers.become("anonymous");
            assertThat(carts.checkOut("c-1")).as("nor somebody of that name").isEqualTo("run 4");
            callers.become("alice");
            assertThat(carts.checkOut("c-1")).isEqualTo("run 1");
            assertThat(callers.asked()).as("once a call").isEqualTo(5);
        }
    }

    @Test
    void aSubOperationIsOfTheCallerOfItsOuterOne() {
        try (Application application = Application.deploy(Carts.class, Callers.class)) {
            Carts carts = application.get(Carts.class);

            assertThat(carts.order("c-1")).isEqualTo("mail 1");
            application.get(Callers.class).become("bob");
            assertThat(carts.order("c-1")).isEqualTo("mail 2");
        }
    }

    @Test
    void otherMethodsDoNotAskWhoCalls() {
        try (Application application = Application.deploy(Carts.class, Callers.class)) {
            Carts carts = application.get(Carts.class);

            assertThat(carts.ship("c-1")).isEqualTo("run 1");
            application.get(Callers.class).become("bob");
            assertThat(carts.ship("c-1")).isEqualTo("run 1");
            assertThat(application.get(Callers.class).asked()).isZero();
        }
    }

    @Test
    void theDeploymentStopsWhereNobodyNamesCallers() {
        assertThatThrownBy(() -> Application.deploy(Carts.class))
                .hasMessageContaining("Carts.checkOut")
                .hasMessageContaining("perCaller needs a bean of the type ee.idempotency.spi.CallerResolver");
    }
}
