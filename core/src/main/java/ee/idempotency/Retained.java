// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * How much of an outcome is kept for repeats: for operations whose answers nobody may store, such as card data.
 *
 * <p>What is not kept reaches no store: neither the table nor Redis, a near cache or a dump. A repeat of such an operation
 * never runs it again; it gets {@link OutcomeNotRetainedException}, over HTTP 409 {@code response-not-retained}, or what the
 * {@linkplain IdempotentOperation#reread() re-read method} returns. An answer without a body is kept whole by all of them.
 */
public enum Retained {

    /** All of it: a repeat gets the same answer, or the same result. */
    WHOLE,

    /**
     * That the operation ended, and how: over HTTP its status and its {@code Location}, by which a client reads the state of
     * the resource; of a method's failure its code and no message.
     */
    POINTER,

    /**
     * As {@link #POINTER}, but instead of the {@code Location} a SHA-256 of the body, which a client that has seen the
     * first answer compares with it: in the header field {@value #DIGEST_FIELD}. A body of few possible values can be guessed
     * by its digest.
     */
    DIGEST;

    /** The header field of the digest: {@code sha-256=:...:}, as RFC 9530 writes digests. */
    public static final String DIGEST_FIELD = "Idempotency-Response-Digest";
}
