// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Sees whether a JSON document ends, in one pass over its bytes: every string has its closing quote, and every bracket the
 * closing one of its kind. Nothing else is judged; a document that ends and is wrong is for the resource to refuse. The kind
 * matters: a parser that skips an array by counting its brackets reads over a brace, and then never ends either.
 *
 * <p>A byte of a longer character of UTF-8, or of a single-byte charset, is never one of JSON's own. UTF-16 and UTF-32,
 * which parsers recognise by the zeros in the first four bytes, are converted first. Not thread-safe.
 */
final class JsonEnd {

    private static final byte OPEN = 1;
    private static final byte CLOSE = 2;
    private static final byte QUOTE = 3;
    private static final byte[] KINDS = kinds();
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** Most bytes are inside strings, so these are looked at eight at a time. */
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int EIGHT = Long.BYTES;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long ESCAPES = ONES * '\\';

    private final byte[] document;
    private int depth;

    /** One bit for each open bracket: whether it is a brace. */
    private long[] braces = new long[1];

    private JsonEnd(byte[] document) {
        this.document = document;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        kinds['{'] = OPEN;
        kinds['['] = OPEN;
        kinds['}'] = CLOSE;
        kinds[']'] = CLOSE;
        kinds['"'] = QUOTE;
        return kinds;
    }

    /** Whether the document of these bytes ends; one without any bytes does. */
    static boolean isReached(byte[] document) {
        Charset charset = charset(document);
        boolean isWide = !charset.equals(StandardCharsets.UTF_8);
        return new JsonEnd(isWide ? new String(document, charset).getBytes(StandardCharsets.UTF_8) : document).read();
    }

    /** RFC 4627, section 3, and the byte order marks. */
    private static Charset charset(byte[] document) {
        byte[] start = Arrays.copyOf(document, 4);
        boolean isFour = document.length >= 4;
        if (document.length < 2) {
            return StandardCharsets.UTF_8;
        }
        if (start[0] == 0) {
            return start[1] == 0 && isFour ? UTF_32BE : StandardCharsets.UTF_16BE;
        }
        if (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (start[1] == 0 || (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)) {
            return isFour && start[2] == 0 && start[3] == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private boolean read() {
        byte[] bytes = document;
        int at = 0;
        while (at < bytes.length) {
            byte octet = bytes[at++];
            byte kind = KINDS[octet & 0xFF];
            if (kind == QUOTE) {
                at = pastString(bytes, at);
                if (at < 0) {
                    return false;
                }
            } else if (kind == OPEN) {
                open(octet == '{');
            } else if (kind == CLOSE && !close(octet == '}')) {
                return false;
            }
        }
        return depth == 0;
    }

    private void open(boolean isBrace) {
        int word = depth >> 6;
        if (word == braces.length) {
            braces = Arrays.copyOf(braces, 2 * word);
        }
        long bit = 1L << depth++;
        braces[word] = isBrace ? braces[word] | bit : braces[word] & ~bit;
    }

    private boolean close(boolean isBrace) {
        if (depth == 0) {
            return false;
        }
        depth--;
        return isBrace == ((braces[depth >> 6] >> depth & 1) == 1);
    }

    /** After the closing quote, or -1 if there is none. */
    private static int pastString(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length) {
            if (at <= bytes.length - EIGHT && isPlain((long) LONGS.get(bytes, at))) {
                at += EIGHT;
                continue;
            }
            byte octet = bytes[at++];
            if (octet == '"') {
                return at;
            }
            at += octet == '\\' ? 1 : 0;
        }
        return -1;
    }

    /** Whether none of eight bytes is a quote or a backslash: each of these would leave a zero, which borrows from its top bit. */
    private static boolean isPlain(long eight) {
        long quotes = eight ^ QUOTES;
        long escapes = eight ^ ESCAPES;
        return ((((quotes - ONES) & ~quotes) | ((escapes - ONES) & ~escapes)) & TOPS) == 0;
    }
}
