// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.internal;

import ee.idempotency.InvalidKeyException;
import ee.idempotency.InvalidKeyException.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of key parts: one tag a kind of value, so that the text "1" and the number 1 differ, and one spelling a
 * value, so that a refactoring from int to long changes no key. Changing anything here makes every stored key unknown.
 */
public final class KeyPartEncoder {

    private static final int MAX_NESTING = 4;

    private final FramedDigest digest;
    private final long start;
    private final long limit;

    /** An encoder that feeds {@code digest} with at most {@code limit} bytes, frames included. */
    public KeyPartEncoder(FramedDigest digest, int limit) {
        this.digest = digest;
        this.start = digest.size();
        this.limit = limit;
    }

    /** Adds one part. */
    public void add(@Nullable Object part) {
        add(part, 0);
    }

    /** The digest of all parts; ends the use of this encoder. */
    public byte[] digest() {
        return digest.digest();
    }

    private void add(@Nullable Object part, int depth) {
        if (part == null) {
            field('0', "");
        } else if (part instanceof CharSequence || part instanceof Character) {
            field('t', part.toString());
        } else if (part instanceof Number number) {
            addNumber(number);
        } else if (part instanceof Boolean) {
            field('b', part.toString());
        } else if (part instanceof Enum<?> constant) {
            field('e', constant.name());
        } else if (part instanceof UUID) {
            field('u', part.toString());
        } else if (part instanceof Temporal || part instanceof TemporalAmount) {
            field('z', part.getClass().getSimpleName() + " " + part);
        } else if (part instanceof byte[] bytes) {
            field('x', bytes);
        } else if (part instanceof List<?> list) {
            addList(list, depth);
        } else if (part instanceof Object[] array) {
            addList(Arrays.asList(array), depth);
        } else {
            throw unsupported(part);
        }
    }

    private void addNumber(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            field('i', Long.toString(number.longValue()));
        } else if (number instanceof BigInteger) {
            field('i', number.toString());
        } else if (number instanceof BigDecimal decimal) {
            field('d', decimal.stripTrailingZeros().toString());
        } else if (number instanceof Double || number instanceof Float) {
            // not toString: its digits are not the same on every Java release (JDK-4511638)
            field('f', Double.toHexString(number.doubleValue()));
        } else {
            throw unsupported(number);
        }
    }

    private void addList(List<?> list, int depth) {
        if (depth >= MAX_NESTING) {
            throw new InvalidKeyException(
                    Reason.PART_TYPE, "Lists in a key part are nested at most " + MAX_NESTING + " deep");
        }
        field('l', Integer.toString(list.size()));
        list.forEach(element -> add(element, depth + 1));
    }

    private void field(char tag, String text) {
        if (text.length() > limit) {
            throw tooLarge();
        }
        field(
                tag,
                Utf8.encode(text)
                        .orElseThrow(() -> new InvalidKeyException(
                                Reason.TEXT_MALFORMED, "A key part holds an unpaired surrogate")));
    }

    private void field(char tag, byte[] content) {
        if (digest.size() - start + FramedDigest.FRAME_BYTES + content.length > limit) {
            throw tooLarge();
        }
        digest.field((byte) tag, content);
    }

    private InvalidKeyException tooLarge() {
        return new InvalidKeyException(
                Reason.INPUT_TOO_LARGE,
                "The parts of a key encode to at most " + limit + " bytes; hash large values first, or leave them out");
    }

    private static InvalidKeyException unsupported(Object part) {
        return new InvalidKeyException(
                Reason.PART_TYPE,
                "A key part of type " + part.getClass().getName()
                        + " has no stable encoding; pass its identifier (text, number, UUID) instead");
    }
}
