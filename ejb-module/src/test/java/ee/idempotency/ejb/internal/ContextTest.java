// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Idempotency;
import ee.idempotency.IdempotencyContext;
import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextTest {

    /** An order, whose parts are operations of their own. */
    @ApplicationScoped
    public static class Checkout {

        private final List<String> log = new ArrayList<>();

        @Inject
        IdempotencyContext context;

        @Inject
        Parts parts;

        @IdempotentOperation(name = "checkout", shared = true)
        public String order(@IdempotencyKeyPart String order, String how) {
            log.add(context.operation() + " " + context.downstreamKey("bank"));
            parts.ship();
            parts.ship();
            parts.charge(1);
            parts.charge(2);
            parts.charge(2);
            if (how.equals("fails")) {
                throw new IllegalStateException("crashed");
            }
            return parts.again(order);
        }
    }

    /** What a checkout consists of. */
    @ApplicationScoped
    public static class Parts {

        @Inject
        IdempotencyContext context;

        private final List<String> log = new ArrayList<>();

        @IdempotentOperation(name = "ship", subOperation = true)
        public void ship() {
            log.add(context.operation());
        }

        @IdempotentOperation(name = "charge", subOperation = true)
        public void charge(@IdempotencyKeyPart int item) {
            log.add(context.operation() + " " + item);
        }

        @IdempotentOperation(name = "checkout", shared = true)
        public String again(@IdempotencyKeyPart String order) {
            return context.operation() + " attempt " + context.attempt();
        }

        List<String> log() {
            return log;
        }
    }

    private final Application application = Application.deploy(Checkout.class, Parts.class, Refunds.class);
    private final Checkout checkout = application.get(Checkout.class);
    private final IdempotencyContext context = application.get(IdempotencyContext.class);

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    @Requirement("X5")
    void aMethodOfTheSameOperationBelongsToTheClaimItIsCalledUnder() {
        assertThat(checkout.order("o-1", "works")).isEqualTo("checkout attempt 1");
    }

    /** Refunds, of which one makes another. */
    @ApplicationScoped
    public static class Refunds {

        static final AtomicInteger RUNS = new AtomicInteger();

        @Inject
        Refunds self;

        @IdempotentOperation(name = "refund")
        public String refund(@IdempotencyKeyPart String id) {
            RUNS.incrementAndGet();
            return id.endsWith("-child") ? id : id + " with " + self.refund(id + "-child") + " once " + again(id);
        }

        private String again(String id) {
            return RUNS.get() > 2 ? "and again" : self.refund(id);
        }
    }

    @Test
    @Requirement("X5")
    void anotherKeyOfTheSameOperationIsAClaimOfItsOwn() {
        Refunds refunds = application.get(Refunds.class);
        refunds.refund("r-1");
        int runs = Refunds.RUNS.get();

        assertThat(refunds.refund("r-1-child")).isEqualTo("r-1-child");

        assertThat(Refunds.RUNS).as("the child is not run again").hasValue(runs);
    }

    @Test
    @Requirement("X5")
    void aSubOperationHasAKeyOfItsClaimSoThatARetryFindsWhatWasDone() {
        assertThatThrownBy(() -> checkout.order("o-1", "fails")).isInstanceOf(IllegalStateException.class);
        List<String> done = List.of("ship", "charge 1", "charge 2");
        assertThat(application.get(Parts.class).log()).isEqualTo(done);

        checkout.order("o-1", "works");
        assertThat(application.get(Parts.class).log()).isEqualTo(done);

        checkout.order("o-2", "works");
        assertThat(application.get(Parts.class).log()).hasSize(2 * done.size());
    }

    @Test
    @Requirement("X5")
    void aSubOperationIsRefusedWhereThereIsNoClaim() {
        Parts parts = application.get(Parts.class);

        assertThatThrownBy(parts::ship)
                .isInstanceOfSatisfying(
                        InvalidKeyException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_CLAIM))
                .hasMessageContaining("'ship' is a sub-operation");
        assertThat(parts.log()).isEmpty();
    }

    @Test
    @Requirement("X7")
    void isOneBeanForAllClaims() {
        assertThat(context.isActive()).isFalse();
        String inside = application
                .get(Idempotency.class)
                .operation("by-hand")
                .key("o-1")
                .execute(String.class, () -> context.operation() + " " + context.isActive());
        assertThat(inside).isEqualTo("by-hand true");
    }

    @Test
    @Requirement("X7")
    void tellsWhetherTheLastCallOfTheRequestWasReplayed() {
        RequestContextController requests = application.get(RequestContextController.class);
        requests.activate();
        try {
            assertThat(context.isReplayed()).isFalse();
            checkout.order("o-1", "works");
            assertThat(context.isReplayed())
                    .as("a nested call was replayed, this one ran")
                    .isFalse();
            checkout.order("o-1", "works");
            assertThat(context.isReplayed()).isTrue();
            assertThatThrownBy(() -> checkout.order("o-2", "fails")).isInstanceOf(IllegalStateException.class);
            checkout.order("o-3", "works");
            assertThat(context.isReplayed()).isFalse();
            application.get(IdempotencyEngine.class).calls().answered(true);
            assertThat(context.isReplayed()).isTrue();
        } finally {
            requests.deactivate();
        }
        assertThatThrownBy(context::isReplayed)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("within a request only");
    }
}
