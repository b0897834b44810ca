// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.messagepack.internal;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers that MessagePack has no exact form for - beyond 64 bits, or decimals that are not the shortest form of a double - as
 * their text, in an extension type of the application's own. Limited, since a short text may stand for a number that fills
 * the memory.
 */
final class Decimals {

    /** The extension type. */
    static final byte TYPE = 1;

    /** What JSON-P reads by default. */
    static final int MAX_LENGTH = 1100;

    private static final int MAX_SCALE = 2000;
    private static final Pattern CHARACTERS = Pattern.compile("[0-9.E+-]{1," + MAX_LENGTH + "}");

    private Decimals() {}

    /** The text of a number. */
    static String write(BigDecimal number) {
        String text = number.toString();
        requireWithinLimits(text.length() <= MAX_LENGTH, number);
        return text;
    }

    /** The number of a text. */
    static BigDecimal read(String text) {
        if (!CHARACTERS.matcher(text).matches()) {
            throw new IllegalArgumentException("a number is none");
        }
        BigDecimal number = new BigDecimal(text);
        requireWithinLimits(true, number);
        return number;
    }

    private static void requireWithinLimits(boolean shortEnough, BigDecimal number) {
        if (!shortEnough || Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new IllegalArgumentException("a number is too large");
        }
    }

    static BigDecimal ofDouble(double number) {
        return new BigDecimal(Double.toString(number));
    }
}
