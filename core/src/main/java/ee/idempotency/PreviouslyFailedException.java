// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/** The operation ran before under this key and failed for good. Nothing was done now; trying again does not help. */
public final class PreviouslyFailedException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String failureMessage;

    /** An error that repeats the stored failure. */
    public PreviouslyFailedException(String subject, String code, String failureMessage) {
        super(subject + " failed before with " + code);
        this.code = code;
        this.failureMessage = failureMessage;
    }

    /** The stored code, at most 64 characters. */
    public String code() {
        return code;
    }

    /**
     * The message that was stored with the failure, at most 1,024 characters; empty unless {@code
     * idempotency.keep-failure-message} was on. It is the application's own: not part of this exception's message.
     */
    public String failureMessage() {
        return failureMessage;
    }
}
