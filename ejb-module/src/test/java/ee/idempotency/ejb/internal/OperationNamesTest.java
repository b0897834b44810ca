// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

/** No two operations share a record unless they say so. */
@Requirement("A10")
class OperationNamesTest {

    abstract static class BaseHandler {

        @IdempotentOperation
        public String handle(@IdempotencyKeyPart String id) {
            return getClass().getSuperclass().getSimpleName() + " " + id;
        }
    }

    @ApplicationScoped
    public static class OrderHandler extends BaseHandler {}

    @ApplicationScoped
    public static class RefundHandler extends BaseHandler {}

    @ApplicationScoped
    public static class Overloads {

        @IdempotentOperation
        public String pay(@IdempotencyKeyPart String id) {
            return "text";
        }

        @IdempotentOperation
        public String pay(@IdempotencyKeyPart String id, int cents) {
            return "cents";
        }
    }

    @ApplicationScoped
    public static class OneName {

        @IdempotentOperation(name = "x9")
        public String one(@IdempotencyKeyPart String id) {
            return "one";
        }

        @IdempotentOperation(name = "x9")
        public String two(@IdempotencyKeyPart String id) {
            return "two";
        }
    }

    @ApplicationScoped
    @IdempotentOperation(name = "orders")
    public static class NameOfClass {

        public String create(@IdempotencyKeyPart String id) {
            return "created";
        }

        public String cancel(@IdempotencyKeyPart String id) {
            return "cancelled";
        }

        public String cancel(@IdempotencyKeyPart String id, String why) {
            return why;
        }
    }

    abstract static class NamedBase {

        @IdempotentOperation(name = "named")
        public String handle(@IdempotencyKeyPart String id) {
            return id;
        }
    }

    @ApplicationScoped
    public static class NamedOne extends NamedBase {}

    @ApplicationScoped
    public static class NamedTwo extends NamedBase {}

    @Test
    void beansThatInheritAMethodHaveOperationsOfTheirOwn() {
        try (Application application = Application.deploy(OrderHandler.class, RefundHandler.class)) {
            assertThat(application.get(OrderHandler.class).handle("a1")).isEqualTo("OrderHandler a1");
            assertThat(application.get(RefundHandler.class).handle("a1")).isEqualTo("RefundHandler a1");
        }
    }

    @Test
    void overloadsHaveOperationsOfTheirOwn() {
        try (Application application = Application.deploy(Overloads.class)) {
            assertThat(application.get(Overloads.class).pay("a1")).isEqualTo("text");
            assertThat(application.get(Overloads.class).pay("a1", 5)).isEqualTo("cents");
        }
    }

    @Test
    void methodsUnderANameOfTheirClassHaveOperationsOfTheirOwn() {
        try (Application application = Application.deploy(NameOfClass.class)) {
            NameOfClass bean = application.get(NameOfClass.class);
            assertThat(bean.create("a1")).isEqualTo("created");
            assertThat(bean.cancel("a1")).isEqualTo("cancelled");
            assertThat(bean.cancel("a1", "late")).isEqualTo("late");
        }
    }

    @Test
    void refusesOneNameForTwoMethods() {
        assertThatThrownBy(() -> Application.deploy(OneName.class))
                .hasStackTraceContaining("two operations have the name 'x9'")
                .hasStackTraceContaining("OneName.one")
                .hasStackTraceContaining("OneName.two");
        assertThatThrownBy(() -> Application.deploy(NamedOne.class, NamedTwo.class))
                .hasStackTraceContaining("two operations have the name 'named'")
                .hasStackTraceContaining("NamedOne.handle")
                .hasStackTraceContaining("NamedTwo.handle");
    }
}
