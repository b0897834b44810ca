// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.internal.FramedDigest;
import ee.idempotency.internal.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that a key part consists of: one tag a kind of value, so that the text "1" and the number 1 differ, and one
 * spelling a value, so that a refactoring from int to long changes no key. {@link #ORDER} is by tag,
 * then by the bytes.
 */
final class KeyPartValue {

    static final Comparator<KeyPartValue> ORDER = Comparator.comparing((KeyPartValue value) -> value.tag)
            .thenComparing(value -> value.content, Arrays::compareUnsigned);

    /** A decimal digit takes 3.3. */
    private static final long BITS_OF_A_DIGIT = 4;

    private final char tag;
    private final byte[] content;

    private KeyPartValue(char tag, byte[] content) {
        this.tag = tag;
        this.content = content;
    }

    /** The encoding of a value; null if it is not one, but made of others or of no use. */
    static @Nullable KeyPartValue of(@Nullable Object part, long limit) {
        if (part == null) {
            return ofText('0', "", limit);
        }
        if (part instanceof CharSequence || part instanceof Character) {
            return ofText('t', part.toString(), limit);
        }
        if (part instanceof Number number) {
            return ofNumber(number, limit);
        }
        if (part instanceof Boolean) {
            return ofText('b', part.toString(), limit);
        }
        if (part instanceof Enum<?> constant) {
            return ofText('e', constant.name(), limit);
        }
        if (part instanceof UUID) {
            return ofText('u', part.toString(), limit);
        }
        if (part instanceof Temporal || part instanceof TemporalAmount) {
            return ofText('z', part.getClass().getSimpleName() + " " + part, limit);
        }
        return part instanceof byte[] bytes ? new KeyPartValue('x', bytes.clone()) : null;
    }

    private static KeyPartValue ofNumber(Number number, long limit) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return ofText('i', Long.toString(number.longValue()), limit);
        }
        if (number instanceof BigInteger whole) {
            return ofText('i', requireModest(whole, limit).toString(), limit);
        }
        if (number instanceof BigDecimal decimal) {
            requireModest(decimal.unscaledValue(), limit);
            return ofText('d', withoutZeros(decimal).toString(), limit);
        }
        if (number instanceof Double || number instanceof Float) {
            // not toString: its digits are not the same on every Java release (JDK-4511638)
            return ofText('f', Double.toHexString(number.doubleValue()), limit);
        }
        throw unsupported(number);
    }

    /** Before it is written out, which takes more than linear time. */
    private static BigInteger requireModest(BigInteger number, long limit) {
        if (number.bitLength() > BITS_OF_A_DIGIT * limit) {
            throw tooLarge(limit);
        }
        return number;
    }

    /**
     * What {@link BigDecimal#stripTrailingZeros} returns, which divides by ten for each zero and so takes quadratic time: here
     * the zeros go by halves. There are no more of them than factors of two, and no more than the scale has room for.
     */
    private static BigDecimal withoutZeros(BigDecimal decimal) {
        BigInteger digits = decimal.unscaledValue();
        if (digits.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int scale = decimal.scale();
        for (int zeros = Integer.highestOneBit(digits.getLowestSetBit()); zeros > 0; zeros /= 2) {
            BigInteger[] parts = digits.divideAndRemainder(BigInteger.TEN.pow(zeros));
            if (parts[1].signum() == 0 && (long) scale - zeros >= Integer.MIN_VALUE) {
                digits = parts[0];
                scale -= zeros;
            }
        }
        return new BigDecimal(digits, scale);
    }

    static KeyPartValue ofText(char tag, String text, long limit) {
        if (text.length() > limit) {
            throw tooLarge(limit);
        }
        return new KeyPartValue(
                tag,
                Utf8.encode(text)
                        .orElseThrow(() -> new InvalidKeyException(
                                Reason.TEXT_MALFORMED, "A key part holds an unpaired surrogate")));
    }

    /** The bytes it takes, its frame included. */
    int size() {
        return FramedDigest.FRAME_BYTES + content.length;
    }

    void feed(FramedDigest digest) {
        digest.field((byte) tag, content);
    }

    static InvalidKeyException tooLarge(long limit) {
        return new InvalidKeyException(
                Reason.INPUT_TOO_LARGE,
                "The parts of a key encode to at most " + limit + " bytes; hash large values first, or leave them out");
    }

    static InvalidKeyException unsupported(Object part) {
        return new InvalidKeyException(
                Reason.PART_TYPE,
                "A key part of type " + part.getClass().getName()
                        + " has no stable encoding; pass its identifier (text, number, UUID) instead");
    }
}
