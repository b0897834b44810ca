// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/** A key, or something a key is made of, breaks a rule; {@link #reason()} names the rule. Nothing was claimed. */
public final class InvalidKeyException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /** The rule that was broken. */
    public enum Reason {
        /** The tenant is empty or longer than {@value IdempotencyKey#MAX_TENANT_LENGTH} characters. */
        TENANT_LENGTH("The tenant must have 1 to " + KeyLimits.TENANT_LENGTH + " characters"),
        /** The tenant has characters other than {@code A-Z a-z 0-9 . _ -}. */
        TENANT_CHARACTERS("The tenant may only have the characters A-Z a-z 0-9 . _ -"),
        /** The scope is empty or longer than {@value IdempotencyKey#MAX_SCOPE_LENGTH} characters. */
        SCOPE_LENGTH("The scope must have 1 to " + KeyLimits.SCOPE_LENGTH + " characters"),
        /** The scope has characters other than {@code A-Z a-z 0-9 . _ -}. */
        SCOPE_CHARACTERS("The scope may only have the characters A-Z a-z 0-9 . _ -"),
        /** There is no part, so every call would share one key. */
        NO_PARTS("The key has no part"),
        /** A sub-operation was called where there is no claim to derive its key from. */
        NO_CLAIM("There is no claim to derive the key of a sub-operation from"),
        /** There are more than {@value IdempotencyKey#MAX_PARTS} parts. */
        TOO_MANY_PARTS("The key may have at most " + KeyLimits.PARTS + " parts"),
        /** The parts encode to more than {@value IdempotencyKey#MAX_ENCODED_BYTES} bytes. */
        INPUT_TOO_LARGE("The parts of the key may have at most " + KeyLimits.ENCODED_BYTES + " bytes"),
        /** A part is of a type that has no stable encoding. */
        PART_TYPE("A part of the key is of a type that has no stable form"),
        /** A text holds an unpaired surrogate or a control character. */
        TEXT_MALFORMED("The key has a control character or an unpaired surrogate"),
        /** A text key is empty or longer than {@value IdempotencyKey#MAX_TEXT_LENGTH} characters. */
        TEXT_LENGTH("The key must have 1 to " + KeyLimits.TEXT_LENGTH + " characters"),
        /** A text is not of the form {@code v1:<tenant>:<scope>:<64 lower-case hex>}. */
        TEXT_SYNTAX("The key is not of the form v1:<tenant>:<scope>:<64 lower-case hex digits>"),
        /** The operation's name is empty or longer than 255 characters. */
        OPERATION_LENGTH("The name of the operation must have 1 to 255 characters"),
        /** The caller's name is longer than 255 characters. */
        CALLER_LENGTH("The name of the caller may have at most 255 characters");

        private final String rule;

        Reason(String rule) {
            this.rule = rule;
        }

        /** The rule in words, without anything of the key; what a client reads, whatever the message of the exception says. */
        public String rule() {
            return rule;
        }
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
