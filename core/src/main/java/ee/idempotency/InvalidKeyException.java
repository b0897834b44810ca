// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/** A key, or something a key is made of, breaks a rule; {@link #reason()} names the rule. Nothing was claimed. */
public final class InvalidKeyException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** The rule that was broken. */
    public enum Reason {
        /** The tenant is empty or longer than {@value IdempotencyKey#MAX_TENANT_LENGTH} characters. */
        TENANT_LENGTH,
        /** The tenant has characters other than {@code A-Z a-z 0-9 . _ -}. */
        TENANT_CHARACTERS,
        /** The scope is empty or longer than {@value IdempotencyKey#MAX_SCOPE_LENGTH} characters. */
        SCOPE_LENGTH,
        /** The scope has characters other than {@code A-Z a-z 0-9 . _ -}. */
        SCOPE_CHARACTERS,
        /** There is no part, so every call would share one key. */
        NO_PARTS,
        /** A sub-operation was called where there is no claim to derive its key from. */
        NO_CLAIM,
        /** There are more than {@value IdempotencyKey#MAX_PARTS} parts. */
        TOO_MANY_PARTS,
        /** The parts encode to more than {@value IdempotencyKey#MAX_ENCODED_BYTES} bytes. */
        INPUT_TOO_LARGE,
        /** A part is of a type that has no stable encoding. */
        PART_TYPE,
        /** A text holds an unpaired surrogate or a control character. */
        TEXT_MALFORMED,
        /** A text key is empty or longer than {@value IdempotencyKey#MAX_TEXT_LENGTH} characters. */
        TEXT_LENGTH,
        /** A text is not of the form {@code v1:<tenant>:<scope>:<64 lower-case hex>}. */
        TEXT_SYNTAX,
        /** The operation's name is empty or longer than 255 characters. */
        OPERATION_LENGTH,
        /** The caller's name is longer than 255 characters. */
        CALLER_LENGTH
    }

    private final Reason reason;

    /** An error that names its rule. */
    public InvalidKeyException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The rule that was broken. */
    public Reason reason() {
        return reason;
    }
}
