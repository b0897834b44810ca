// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 over length-framed fields. Each field is preceded by a one-byte tag and its length, so that moving a
 * character from one field to the next changes the digest: ("a", "b:c") and ("a:b", "c") differ. The first field is the
 * domain, so that digests made for different purposes never meet.
 *
 * <p>Not thread-safe; one instance makes one digest.
 */
public final class FramedDigest {

    /** What a field takes besides its content. */
    public static final int FRAME_BYTES = 5;

    private static final byte TEXT = 't';
    private static final byte BYTES = 'b';
    private static final byte ABSENT = '-';

    private final MessageDigest sha256;
    private long size;

    /** A digest of its own domain, e.g. {@code "idempotency-key/v1"}. */
    public FramedDigest(String domain) {
        this.sha256 = sha256();
        text(domain);
    }

    /** The SHA-256 of bytes alone, as others compute it too. */
    public static byte[] ofBytes(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Adds a text.
     *
     * @throws IllegalArgumentException if the text holds an unpaired surrogate
     */
    public FramedDigest text(String text) {
        return field(
                TEXT,
                Utf8.encode(text)
                        .orElseThrow(() -> new IllegalArgumentException("The text holds an unpaired surrogate")));
    }

    /** Adds bytes. */
    public FramedDigest bytes(byte[] bytes) {
        return field(BYTES, bytes);
    }

    /** Adds the mark of a field that has no value, which differs from an empty one. */
    public FramedDigest absent() {
        return field(ABSENT, new byte[0]);
    }

    /** Adds a field with a tag of the caller's choice. */
    public FramedDigest field(byte tag, byte[] content) {
        sha256.update(
                ByteBuffer.allocate(FRAME_BYTES).put(tag).putInt(content.length).flip());
        sha256.update(content);
        size += FRAME_BYTES + (long) content.length;
        return this;
    }

    /** Bytes fed so far, frames included. */
    public long size() {
        return size;
    }

    /** The 32 bytes of the digest; the instance must not be used afterwards. */
    public byte[] digest() {
        return sha256.digest();
    }
}
