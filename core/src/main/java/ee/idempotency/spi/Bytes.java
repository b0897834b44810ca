// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.internal.FramedDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that do not change. Thread-safe. */
public final class Bytes {

    /** No bytes at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of {@code content}. */
    public static Bytes of(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /** The array itself, which nobody changes any more: one that was just read and is not kept elsewhere. Saves the copy. */
    public static Bytes wrap(byte[] fresh) {
        return fresh.length == 0 ? EMPTY : new Bytes(fresh);
    }

    /** Adds the content to a digest, without a copy. */
    FramedDigest into(FramedDigest digest) {
        return digest.bytes(content);
    }

    /** How many bytes. */
    public int length() {
        return content.length;
    }

    /** A fresh copy. */
    public byte[] toArray() {
        return content.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The length only: the content never reaches a log line. */
    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
