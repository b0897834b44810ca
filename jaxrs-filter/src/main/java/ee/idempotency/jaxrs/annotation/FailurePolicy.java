// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.annotation;

import ee.idempotency.spi.ForResourceMethods;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which answers of an operation are outcomes, where it differs from the settings {@code idempotency.http.store-statuses} and
 * {@code idempotency.http.release-statuses}. On a resource method, or on a class for all its methods; found on superclasses and
 * interfaces too; the one on a method replaces the one on its class as a whole. It protects nothing by itself.
 *
 * <pre>{@code
 * @POST
 * @IdempotentOperation
 * @FailurePolicy(store = "500", release = {"404", "409"})
 * public Receipt charge(Charge charge) { ... }
 * }</pre>
 *
 * <p>Members are statuses, such as {@code 404}, and classes of them, {@code 2xx} to {@code 5xx}. A status goes before its
 * class, the annotation before the settings, and these before the default. For a single response there is {@link
 * ee.idempotency.IdempotencyContext#outcome()}.
 *
 * <p>A deployment fails with {@link IllegalStateException} if a member is neither, or if both name the same.
 */
@Documented
@ForResourceMethods
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface FailurePolicy {

    /**
     * Answers that are stored, and that repeats get. Where the resource shares a transaction, a 5xx rolls it back first, and
     * is stored in one of its own.
     */
    String[] store() default {};

    /** Answers that give the key back: a retry runs. Where the resource shares a transaction, it is rolled back. */
    String[] release() default {};
}
