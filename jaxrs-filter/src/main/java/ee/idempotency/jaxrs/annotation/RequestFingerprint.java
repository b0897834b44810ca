// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.annotation;

import ee.idempotency.spi.ForResourceMethods;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what of a request must be the same for a request to be a repeat, in place of the setting
 * {@code idempotency.http.fingerprint}. On a resource method, or on a class for all its methods; found on superclasses and
 * interfaces too. It protects nothing by itself.
 *
 * <pre>{@code
 * @POST
 * @IdempotentOperation
 * @RequestFingerprint(exclude = "/sentAt")
 * public Receipt charge(Charge charge) { ... }
 * }</pre>
 *
 * <p>Written twice, the first one counts for new requests, and records that were claimed by the second are still known:
 * for the time in which a change rolls out.
 *
 * <p>A deployment fails with {@link IllegalStateException} if a pointer is malformed, if both {@link #include} and
 * {@link #exclude} are given, or either of them with {@link FingerprintStrategy#RAW}.
 */
@Documented
@ForResourceMethods
@Repeatable(RequestFingerprint.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequestFingerprint {

    /** How the body is compared. */
    FingerprintStrategy value() default FingerprintStrategy.CONTENT;

    /**
     * JSON pointers (RFC 6901) to the values that are compared, such as {@code /amount}; none means all. Whatever else
     * changes, the request is a repeat and gets the first answer: name everything that the operation depends on. Of bodies
     * that are not JSON everything is compared.
     */
    String[] include() default {};

    /**
     * JSON pointers (RFC 6901) to values that are not compared, such as {@code /sentAt}, and may be missing. Of bodies that
     * are not JSON everything is compared.
     */
    String[] exclude() default {};

    /**
     * Names of request headers that change what a request means, such as {@code X-Amount}. They are compared besides the
     * conditional and the representation headers, which always are (RFC 9110, sections 13.1 and 8), and those of the setting
     * {@code idempotency.http.fingerprint.headers}. Several lines of one name count as one list. Where
     * the annotation is written twice, the names of both are compared for both.
     */
    String[] headers() default {};

    /** Holds several. */
    @Documented
    @ForResourceMethods
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface List {

        /** The first is for new requests; the others are accepted too. */
        RequestFingerprint[] value();
    }
}
