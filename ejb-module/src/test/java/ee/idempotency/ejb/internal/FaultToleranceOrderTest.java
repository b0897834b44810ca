// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What docs/fault-tolerance.md says of the order, with interceptors of the priority that MicroProfile Fault Tolerance has by
 * default in place of an implementation.
 */
@Requirement("A9")
class FaultToleranceOrderTest {

    private static final int FAULT_TOLERANCE = Interceptor.Priority.PLATFORM_AFTER + 10;

    /** As {@code @Retry(maxRetries = 2)}. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Retried {}

    /** As {@code @Fallback}. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface ReplacedByZero {}

    /** Tries three times. */
    @Interceptor
    @Retried
    @Priority(FAULT_TOLERANCE)
    public static class Retrying {

        @AroundInvoke
        Object call(InvocationContext invocation) throws Exception {
            return proceed(invocation, 2);
        }

        private static Object proceed(InvocationContext invocation, int retries) throws Exception {
            try {
                return invocation.proceed();
            } catch (IllegalStateException failed) {
                if (retries == 0) {
                    throw failed;
                }
                return proceed(invocation, retries - 1);
            }
        }
    }

    /** Returns zero for a failure. */
    @Interceptor
    @ReplacedByZero
    @Priority(FAULT_TOLERANCE)
    public static class Replacing {

        @AroundInvoke
        Object call(InvocationContext invocation) throws Exception {
            try {
                return invocation.proceed();
            } catch (IllegalStateException failed) {
                return 0;
            }
        }
    }

    /** Works at every third try. */
    @ApplicationScoped
    public static class Payments {

        private final AtomicInteger tries = new AtomicInteger();

        @IdempotentOperation
        @Retried
        public int retryInside(@IdempotencyKeyPart String id) {
            return pay();
        }

        @IdempotentOperation
        @ReplacedByZero
        public int fallbackInside(@IdempotencyKeyPart String id) {
            return pay();
        }

        @IdempotentOperation
        public int plain(@IdempotencyKeyPart String id) {
            return pay();
        }

        private int pay() {
            if (tries.incrementAndGet() % 3 != 0) {
                throw new IllegalStateException("not this time");
            }
            return tries.get();
        }

        int tries() {
            return tries.get();
        }
    }

    /** Has both outside of the claim. */
    @ApplicationScoped
    public static class Checkout {

        @Inject
        Payments payments;

        @Retried
        public int retryOutside(String id) {
            return payments.plain(id);
        }

        @ReplacedByZero
        public int fallbackOutside(String id) {
            return payments.plain(id);
        }
    }

    private static Application deploy() {
        return Application.deploy(Retrying.class, Replacing.class, Payments.class, Checkout.class);
    }

    @Test
    void triesInsideAreOneAttempt() {
        try (Application application = deploy()) {
            Payments payments = application.get(Payments.class);
            assertThat(payments.retryInside("a")).isEqualTo(3);
            assertThat(payments.retryInside("a")).isEqualTo(3);
            assertThat(payments.tries()).isEqualTo(3);
        }
    }

    @Test
    void whatAFallbackInsideReturnsIsTheOutcome() {
        try (Application application = deploy()) {
            Payments payments = application.get(Payments.class);
            assertThat(payments.fallbackInside("a")).isZero();
            assertThat(payments.fallbackInside("a")).isZero();
            assertThat(payments.tries()).isEqualTo(1);
        }
    }

    @Test
    void triesOutsideAreCallsOfTheirOwn() {
        try (Application application = deploy()) {
            Checkout checkout = application.get(Checkout.class);
            assertThat(checkout.retryOutside("a")).isEqualTo(3);
            assertThat(checkout.retryOutside("a")).isEqualTo(3);
            assertThat(application.get(Payments.class).tries()).isEqualTo(3);
        }
    }

    @Test
    void aFallbackOutsideIsNotStored() {
        try (Application application = deploy()) {
            Checkout checkout = application.get(Checkout.class);
            assertThat(checkout.fallbackOutside("a")).isZero();
            assertThat(checkout.fallbackOutside("a")).isZero();
            assertThat(checkout.fallbackOutside("a")).isEqualTo(3);
            Payments payments = application.get(Payments.class);
            assertThat(payments.plain("a")).isEqualTo(3);
            assertThatThrownBy(() -> payments.plain("b")).isInstanceOf(IllegalStateException.class);
        }
    }
}
