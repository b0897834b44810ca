// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they are written, however large or precise: never rounded, and in time linear in their length. */
final class JsonNumber {

    private static final Pattern GRAMMAR =
            Pattern.compile("(-?)(0|[1-9][0-9]*+)(?:\\.([0-9]++))?(?:[eE]([+-]?)0*+([0-9]*+))?");

    private static final int MAX_EXPONENT_DIGITS = 18;

    private JsonNumber() {}

    /**
     * One spelling a value: the digits without zeros at either end, and the power of ten.
     *
     * @throws NotCanonicalException if it is not a JSON number, or its exponent has more digits than a long holds
     */
    static String canonical(String written) throws NotCanonicalException {
        Matcher number = GRAMMAR.matcher(written);
        if (!number.matches()) {
            throw new NotCanonicalException("not a number");
        }
        String fraction = number.group(3) == null ? "" : number.group(3);
        String digits = number.group(2) + fraction;
        int from = 0;
        int to = digits.length();
        while (to > 0 && digits.charAt(to - 1) == '0') {
            to--;
        }
        while (from < to && digits.charAt(from) == '0') {
            from++;
        }
        if (from == to) {
            return "0";
        }
        long power = exponent(number) - fraction.length() + (digits.length() - to);
        return number.group(1) + digits.substring(from, to) + (power == 0 ? "" : "e" + power);
    }

    private static long exponent(Matcher number) throws NotCanonicalException {
        String digits = number.group(5);
        if (digits == null || digits.isEmpty()) {
            return 0;
        }
        if (digits.length() > MAX_EXPONENT_DIGITS) {
            throw new NotCanonicalException("an exponent is too large");
        }
        long exponent = Long.parseLong(digits);
        return number.group(4).equals("-") ? -exponent : exponent;
    }
}
