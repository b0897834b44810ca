// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox;

/**
 * An event has not arrived. Unlike those of other exceptions its message is stored with the event and shown to operators, so
 * it must have no payload, secret or personal data in it.
 */
public final class NotSentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, in a sentence that an operator can act on. */
    public NotSentException(String message) {
        super(message);
    }
}
