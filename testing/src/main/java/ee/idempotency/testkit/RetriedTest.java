// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that JUnit runs once for each way in which a call may be repeated. The method has a parameter {@link Retried}, by which it
 * makes the call and asserts its one effect:
 *
 * <pre>{@code
 * @RetriedTest
 * void chargesOnce(Retried retried) throws Exception {
 *     Payments payments = new Payments(retried.idempotency(), ledger);
 *
 *     retried.assertOneEffect(() -> payments.charge(order), ledger::entries);
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(RetriedTestTemplate.class)
public @interface RetriedTest {

    /** The ways; all of them by default. */
    Retry[] value() default {Retry.AFTERWARDS, Retry.IN_PARALLEL, Retry.AFTER_A_CRASH};
}
