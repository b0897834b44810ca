// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/** Whether an HTTP request to a protected resource must bring a key. */
public enum KeyPolicy {

    /** As the setting {@code idempotency.http.key} says. */
    CONFIGURED,

    /** A request without a key is answered 400 {@code key-missing}; the resource does not run. */
    REQUIRED,

    /** A request without a key runs unprotected. */
    OPTIONAL,

    /**
     * A request must bring a key that this server has issued for this operation and caller, and that is not over: {@code POST
     * idempotency-keys}. Needs {@code idempotency.issued.keys}. Any other key is answered 400 {@code key-invalid}, one that is over
     * 400 {@code key-expired}; but a repeat of a call that has ended is replayed after that, too.
     */
    ISSUED
}
