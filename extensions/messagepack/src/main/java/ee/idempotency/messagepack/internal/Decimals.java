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

    private static final Pattern FORM = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E[+-]?[0-9]{1,3})?");

    private Decimals() {}

    static boolean isWithinLimits(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    static BigDecimal ofDouble(double number) {
        return new BigDecimal(Double.toString(number));
    }
}
