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
 *
 * <p>Looking at bytes one by one costs more than a digest of them, because no processor can guess what comes next. So 64 at a
 * time become two masks, of quotes and of brackets, by arithmetic on eight bytes at once; which brackets are inside strings
 * follows from the quotes before them. Where there are escapes, or so many brackets that masks do not pay, it goes byte by byte
 * for a while.
 */
final class JsonEnd {

    private static final byte OPEN = 1;
    private static final byte CLOSE = 2;
    private static final byte QUOTE = 3;
    private static final byte[] KINDS = kinds();
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int EIGHT = Long.BYTES;
    private static final int BLOCK = 64;
    private static final int MANY_BRACKETS = 12;
    private static final int FOR_A_WHILE = 1024;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long ESCAPES = ONES * '\\';

    /** Multiplied with it, the lowest bits of eight bytes become the highest byte, in their order. */
    private static final long GATHER = 0x0102040810204080L;

    /** What differs between a square bracket and a brace. */
    private static final long SHAPE = ONES * ('{' ^ '[');

    private static final long BRACES = ONES * '{';

    /** All but the bits by which the closing brace differs from the opening one. */
    private static final long SIDE = ONES * (0xFF ^ '{' ^ '}');

    private final byte[] document;
    private final Brackets open = new Brackets();

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
        int at = 0;
        while (at >= 0 && at <= document.length - BLOCK) {
            at = pastBlock(at);
        }
        return at >= 0 && pastBytes(at, document.length) >= 0 && open.areClosed();
    }

    /** After the block that begins at {@code from}, outside of strings, and after the string it may end in; -1 as there. */
    private int pastBlock(int from) {
        long quotes = 0;
        long brackets = 0;
        long escapes = 0;
        for (int i = 0; i < BLOCK; i += EIGHT) {
            long eight = (long) LONGS.get(document, from + i);
            long escape = eight ^ ESCAPES;
            escapes |= (escape - ONES) & ~escape;
            quotes |= zeros(eight ^ QUOTES) << i;
            brackets |= zeros(((eight | SHAPE) ^ BRACES) & SIDE) << i; // and some letters, which are none in bracket()
        }
        if ((escapes & TOPS) != 0 || Long.bitCount(brackets) > MANY_BRACKETS) {
            return pastBytes(from, Math.min(document.length, from + FOR_A_WHILE));
        }
        long inStrings = oddBefore(quotes);
        for (long left = brackets & ~inStrings; left != 0; left &= left - 1) {
            byte octet = document[from + Long.numberOfTrailingZeros(left)];
            if (!bracket(octet, KINDS[octet & 0xFF])) {
                return -1;
            }
        }
        int end = from + BLOCK;
        return inStrings < 0 ? pastString(document, end) : end;
    }

    /** A bit for each byte that is zero. */
    private static long zeros(long eight) {
        long nonZero = ((eight & ~TOPS) + ~TOPS) | eight | ~TOPS;
        return ((~nonZero >>> 7) * GATHER) >>> 56;
    }

    /** A bit where the number of bits so far is odd: from each opening quote to before its closing one. */
    private static long oddBefore(long bits) {
        long odd = bits;
        for (int step = 1; step < Long.SIZE; step <<= 1) {
            odd ^= odd << step;
        }
        return odd;
    }

    /** At or after {@code end}, outside of strings; -1 if a string does not end, or a bracket closes none. */
    private int pastBytes(int from, int end) {
        int at = from;
        while (at < end) {
            byte octet = document[at++];
            byte kind = KINDS[octet & 0xFF];
            if (kind == QUOTE) {
                at = pastString(document, at);
                if (at < 0) {
                    return -1;
                }
            } else if (!bracket(octet, kind)) {
                return -1;
            }
        }
        return at;
    }

    private boolean bracket(byte octet, byte kind) {
        if (kind == OPEN) {
            open.open(octet == '{');
        }
        return kind != CLOSE || open.close(octet == '}');
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
