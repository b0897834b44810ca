// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Grows the canonical form of a body. Everything in it is a mark of one byte, or a field: a tag, its length and its
 * content. So nothing can move from one field to the next, and different sequences of fields are different bytes. Not
 * thread-safe.
 */
final class CanonicalBytes {

    private static final char TEXT = 's';
    private static final char UNPAIRED = 'u';

    private byte[] bytes = new byte[512];
    private int size;

    int size() {
        return size;
    }

    /** Forgets what was added since the size was {@code to}. */
    void cutBack(int to) {
        size = to;
    }

    void mark(char mark) {
        grow(1);
        bytes[size++] = (byte) mark;
    }

    void field(char tag, byte[] content, int from, int to) {
        int length = to - from;
        grow(5 + length);
        bytes[size] = (byte) tag;
        bytes[size + 1] = (byte) (length >>> 24);
        bytes[size + 2] = (byte) (length >>> 16);
        bytes[size + 3] = (byte) (length >>> 8);
        bytes[size + 4] = (byte) length;
        System.arraycopy(content, from, bytes, size + 5, length);
        size += 5 + length;
    }

    void field(char tag, byte[] content) {
        field(tag, content, 0, content.length);
    }

    /** A text by its code points; one with unpaired surrogates, which has none, by its UTF-16 units. */
    void text(String text) {
        if (isPaired(text)) {
            field(TEXT, text.getBytes(StandardCharsets.UTF_8));
        } else {
            byte[] units = new byte[2 * text.length()];
            for (int i = 0; i < text.length(); i++) {
                units[2 * i] = (byte) (text.charAt(i) >>> 8);
                units[2 * i + 1] = (byte) text.charAt(i);
            }
            field(UNPAIRED, units);
        }
    }

    private static boolean isPaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    int compare(int firstFrom, int firstTo, int secondFrom, int secondTo) {
        return Arrays.compareUnsigned(bytes, firstFrom, firstTo, bytes, secondFrom, secondTo);
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Replaces what is at {@code at} by all of {@code with}. */
    void overwrite(int at, CanonicalBytes with) {
        System.arraycopy(with.bytes, 0, bytes, at, with.size);
    }

    void append(byte[] canonical) {
        append(canonical, 0, canonical.length);
    }

    void append(CanonicalBytes other, int from, int to) {
        append(other.bytes, from, to);
    }

    private void append(byte[] canonical, int from, int to) {
        grow(to - from);
        System.arraycopy(canonical, from, bytes, size, to - from);
        size += to - from;
    }

    byte[] toByteArray() {
        return copy(0, size);
    }

    private void grow(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
        }
    }
}
