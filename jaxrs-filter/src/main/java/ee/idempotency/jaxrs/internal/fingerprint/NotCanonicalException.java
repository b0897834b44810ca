// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

/** A body has no canonical form, so that its bytes are compared. Control flow: it has no stack trace. */
final class NotCanonicalException extends Exception {

    private static final long serialVersionUID = 1L;

    NotCanonicalException(String why) {
        super(why, null, false, false);
    }
}
