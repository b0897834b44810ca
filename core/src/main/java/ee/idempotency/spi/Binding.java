// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.IdempotencyKey;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.internal.FramedDigest;
import ee.idempotency.internal.Utf8;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a record is bound to. Two calls share a record only if all four agree, so that no tenant, operation or caller
 * ever reads another's answer. Kept in the record in the clear and compared on every read.
 *
 * @param tenant 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}
 * @param operation the operation's stable name, 1 to 255 characters
 * @param caller who calls, up to 255 characters; empty where the operation does not ask (bean methods, workers)
 * @param key the client's key, or the text form of an {@link IdempotencyKey}; 1 to 256 characters
 */
public record Binding(String tenant, String operation, String caller, String key) {

    /** The longest operation name, in characters. */
    public static final int MAX_OPERATION_LENGTH = 255;

    /** The longest caller, in characters. */
    public static final int MAX_CALLER_LENGTH = 255;

    /**
     * Checks every component, control characters and unpaired surrogates included.
     *
     * @throws InvalidKeyException naming the rule that is broken
     */
    public Binding {
        IdempotencyKey.checkTenant(tenant);
        if (operation.isBlank() || operation.length() > MAX_OPERATION_LENGTH) {
            throw new InvalidKeyException(
                    Reason.OPERATION_LENGTH,
                    "The operation's name has 1 to " + MAX_OPERATION_LENGTH
                            + " characters, not all blank; this one has " + operation.length());
        }
        if (caller.length() > MAX_CALLER_LENGTH) {
            throw new InvalidKeyException(
                    Reason.CALLER_LENGTH,
                    "The caller has at most " + MAX_CALLER_LENGTH + " characters; this one has " + caller.length());
        }
        if (key.isEmpty() || key.length() > IdempotencyKey.MAX_TEXT_LENGTH) {
            throw new InvalidKeyException(
                    Reason.TEXT_LENGTH,
                    "A key has 1 to " + IdempotencyKey.MAX_TEXT_LENGTH + " characters; this one has " + key.length());
        }
        if (!Utf8.isPlainText(operation) || !Utf8.isPlainText(caller) || !Utf8.isPlainText(key)) {
            throw new InvalidKeyException(
                    Reason.TEXT_MALFORMED, "An operation, caller or key holds a control character or half a character");
        }
    }

    /** Whether a text can be an operation's name. */
    public static boolean isOperation(String text) {
        return !text.isBlank() && text.length() <= MAX_OPERATION_LENGTH && Utf8.isPlainText(text);
    }

    /** Whether a text can be a caller. */
    public static boolean isCaller(String text) {
        return text.length() <= MAX_CALLER_LENGTH && Utf8.isPlainText(text);
    }

    /** The primary key of its record: the first 128 bits of the SHA-256 of the four components, framed. */
    public RecordKey recordKey() {
        ByteBuffer digest = ByteBuffer.wrap(new FramedDigest("idempotency-record/v1")
                .text(tenant)
                .text(operation)
                .text(caller)
                .text(key)
                .digest());
        return new RecordKey(new UUID(digest.getLong(), digest.getLong()));
    }

    /** Names the operation and a prefix of the record key; never the client's key. */
    @Override
    public String toString() {
        return "Operation '" + operation + "' [" + recordKey() + "]";
    }
}
