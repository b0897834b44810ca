// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

/**
 * What shadow mode finds out about one request: how it would have been answered if its operation were protected, and what
 * would have become of its answer. A request has exactly one finding of the first kind, unless it has none because its
 * operation leaves the key to the client and it brought none; and any number of the second.
 */
public enum ShadowFinding {
    /** It would have run: its key is new. */
    FRESH,
    /** It would have got the stored answer of an earlier request. */
    REPLAY,
    /** Refused with 409: another request with its key runs. */
    IN_PROGRESS,
    /** Refused with 422: its key came before with another payload. */
    KEY_REUSED,
    /** Refused with 400: it has no key, and the operation needs one. */
    KEY_MISSING,
    /** Refused with 400: its key header is not one key. */
    KEY_INVALID,
    /** Refused with 413: its body is larger than a protected request may be, or its form has too many parameters. */
    REQUEST_TOO_LARGE,
    /** Refused with 400: its body breaks off or is a JSON document that does not end. */
    BODY_MALFORMED,
    /** Refused with 503: the store did not answer in time. Nothing else is known about this request. */
    UNAVAILABLE,
    /** Refused otherwise: by a resolver of the application, or because something failed inside this library. */
    OTHER_REFUSAL,

    /** The answer to a repeat differs from the first one, which it would have been given again. */
    ANSWER_DIFFERS(true),
    /** The store did not take what was to be remembered of the answer in time: repeats cannot be compared with it. */
    ANSWER_LOST(true),
    /** The answer would not be kept, and repeats would be refused: it is too large, comes in pieces or past JAX-RS. */
    RESPONSE_NOT_RETAINED(true),
    /** The answer is made after the method has returned: under ONE_COMMIT and JOINED too its claim is committed before. */
    ASYNCHRONOUS(true),
    /**
     * The body is a form, or the resource can read it past JAX-RS: shadow mode does not, so another payload is not noticed.
     * Where the key is in the body, nothing else is known of this request.
     */
    BODY_NOT_COMPARED(true);

    private final boolean additional;

    ShadowFinding() {
        this(false);
    }

    ShadowFinding(boolean additional) {
        this.additional = additional;
    }

    /** Whether a request may have it besides another one; exactly one of the others counts each request that is watched. */
    public boolean isAdditional() {
        return additional;
    }
}
