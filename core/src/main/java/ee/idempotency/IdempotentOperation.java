// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes repeats safe: of all calls with the same key one runs, and the others get its outcome.
 *
 * <p>The rules, in order:
 *
 * <ol>
 *   <li>On a <b>JAX-RS resource method</b> (or its class) the key is the request's {@code Idempotency-Key} header, or
 *       where {@link #keyHeader} or {@link #keyPointer} says, bound to tenant, operation and caller; the answer that is kept is the exact HTTP response.
 *   <li>On a method of any other <b>CDI bean or EJB</b> the key is made of the {@link IdempotencyKeyPart} parameters, or
 *       by the {@link #key} expression; the result that is kept is the return value, encoded by the result codec. A
 *       call inside the same bean ({@code this.method()}) is not seen; {@link IdempotencyAssert#assertClaimed()}
 *       reports that, and the annotation processor of {@code idempotency-processor} when it is compiled.
 *   <li>A method that is called under a claim of the same operation belongs to that claim and runs. One of another
 *       operation claims a key of its own, or one derived from that claim if it is a {@link #subOperation}.
 *   <li>A first call claims the key for its {@link #lease}, runs, and stores its outcome for the {@link #retention}.
 *   <li>A repeat with another payload is refused with {@link KeyReusedException}, one that comes while the first still
 *       runs with {@link OperationInProgressException}; any other gets the stored outcome, and nothing runs.
 *   <li>An exception gives the key back, so that a retry runs, unless {@link #failOn} names it: then the failure itself
 *       is the outcome, and a repeat gets {@link PreviouslyFailedException}.
 *   <li>A call whose owner fell silent for longer than its lease is taken over or not, as {@link #onLeaseLost} says.
 * </ol>
 *
 * <p>Every member left at its default follows the setting of the same name under {@code idempotency.*}; a member that
 * cannot be read stops the deployment. An annotation on a method replaces the one on its class as a whole.
 *
 * <p>The annotation may also stand on the method that a bean's method overrides or implements, on a superclass, on an
 * interface (for the methods of that interface; for all resource methods of a resource class), and on an annotation of the
 * application's own such as a stereotype. The nearest counts. Where a container cannot stand around a call - a private,
 * static or final method, a callback, an object that a producer made, a decorator - the deployment stops.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface IdempotentOperation {

    /**
     * The stable name of the operation, part of every stored key; 1 to 255 printable characters. Left empty it is
     * derived: {@code METHOD path-template} over HTTP, {@code com.acme.BeanClass.method} elsewhere, with the parameters
     * where several protected methods of the class have that name. Renaming any of these makes every stored key unknown,
     * so name what matters. A name on a class stands before the method's: {@code name.method}. Two methods of one name
     * stop the deployment, unless both are {@link #shared}.
     */
    @Nonbinding
    String name() default "";

    /**
     * Whether another method may have the same {@link #name}: the two are one operation then, and a repeat on either gets
     * the outcome of the other. Their results must be of one type.
     */
    @Nonbinding
    boolean shared() default false;

    /**
     * A Jakarta EL expression over the parameters, by name, whose value is the key: {@code "order.id"}. A list or an
     * array counts as several parts. Only for methods that are not JAX-RS resources, and not together with {@link
     * IdempotencyKeyPart}. Parameter names need the compiler flag {@code -parameters}.
     */
    @Nonbinding
    String key() default "";

    /**
     * The request header that carries the key of this resource method in place of the one that the setting {@code
     * idempotency.http.header} names: {@code "X-GitHub-Delivery"}. Its value is a key as it is, or in double quotes. Not
     * together with {@link #keyPointer}. The setting {@code idempotency.operation."name".key-header} or {@code .key-pointer}
     * counts before either of them.
     */
    @Nonbinding
    String keyHeader() default "";

    /**
     * A JSON pointer (RFC 6901) to the member of the request's JSON body that is the key of this resource method: {@code
     * "/id"}. The member is a string, or a number without fraction and exponent, and is in the document once. A request
     * whose body is not JSON, or has no such member, has no key. Not together with {@link #keyHeader}.
     */
    @Nonbinding
    String keyPointer() default "";

    /**
     * Whether a call is a part of the claim it is made under: its key is then derived from that claim, and key parts, if
     * there are any, are added. So an attempt that takes the outer operation over finds what its sub-operations have
     * done. Calls under one claim whose parts agree are one call. Where there is no claim a call is refused with {@link
     * InvalidKeyException}. Only for methods that are not JAX-RS resources.
     */
    @Nonbinding
    boolean subOperation() default false;

    /**
     * Whether each caller has keys of their own: the key is bound to the caller too, whom a {@link
     * ee.idempotency.spi.CallerResolver} bean names, so that two users with one key part never share a result. Without such a
     * bean the deployment stops. Only for methods that are not JAX-RS resources: those are always of their caller.
     */
    @Nonbinding
    boolean perCaller() default false;

    /**
     * A Jakarta EL expression over the parameters whose value is the payload to compare on a repeat: {@code "order"}.
     * Left empty a repeat is known by its key alone. Only for methods that are not JAX-RS resources: those always
     * compare the request.
     */
    @Nonbinding
    String fingerprint() default "";

    /** Whether an HTTP request must bring a key. */
    @Nonbinding
    KeyPolicy keyPolicy() default KeyPolicy.CONFIGURED;

    /** How long an owner may be silent, as an ISO-8601 duration such as {@code PT30S}; 1 second to 24 hours. */
    @Nonbinding
    String lease() default "";

    /** How long an outcome is replayed, as an ISO-8601 duration such as {@code P7D}; 1 minute to 3,660 days. */
    @Nonbinding
    String retention() default "";

    /** What a repeat may do with a claim whose lease ran out; at most one value, none follows the setting. */
    @Nonbinding
    OnLeaseLost[] onLeaseLost() default {};

    /**
     * How claim, work and outcome are divided into transactions; at most one value, none follows the setting {@code
     * idempotency.mode}. An asynchronous or streaming resource method is {@link TransactionMode#INDEPENDENT} whatever is
     * said here.
     */
    @Nonbinding
    TransactionMode[] mode() default {};

    /**
     * How long a repeat waits for a first call that still runs, as an ISO-8601 duration such as {@code PT2S}; up to 30
     * seconds. It holds its thread meanwhile, but no connection. Left empty it follows the setting {@code
     * idempotency.wait}.
     */
    @Nonbinding
    String waitUpTo() default "";

    /**
     * How much of an outcome is kept for repeats; at most one value, none follows the setting {@code
     * idempotency.retained}. {@code idempotency.operation."name".retained} stands above both.
     */
    @Nonbinding
    Retained[] retained() default {};

    /**
     * The name of a method of the same class that answers a repeat whose outcome was not retained - because of {@link
     * #retained}, or because it was too large - by reading the state of today. It must be public, not static, not protected
     * itself, and change nothing.
     *
     * <ul>
     *   <li>For a bean's method it has the same parameters and result, and is called with the arguments of the repeat, in
     *       the transaction of the caller if there is one; interceptors of its own may not be called.
     *   <li>For a resource method it has no parameter, or one {@code java.net.URI}: the {@code Location} of the first answer,
     *       or null. It returns an entity, a {@code Response}, or null if there is nothing to be read: then the repeat gets
     *       409 {@code response-not-retained}. A first answer of 400 or more is not read again.
     * </ul>
     */
    @Nonbinding
    String reread() default "";

    /**
     * Exceptions that are an answer: they are stored with their class's simple name as code and their message, and a
     * repeat gets {@link PreviouslyFailedException}. Not for HTTP, where the response is the answer. Where the work shares a
     * transaction, an unchecked one rolls it back first, and a checked one is committed with it.
     */
    @Nonbinding
    Class<? extends Throwable>[] failOn() default {};
}
