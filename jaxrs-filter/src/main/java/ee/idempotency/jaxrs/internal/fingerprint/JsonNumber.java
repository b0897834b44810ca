// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

/** Numbers as they are written, however large or precise: never rounded, and in time linear in their length. */
final class JsonNumber {

    private static final int MAX_EXPONENT_DIGITS = 18;

    private final String written;
    private int at;

    private JsonNumber(String written) {
        this.written = written;
    }

    /**
     * One spelling a value: the digits without zeros at either end, and the power of ten.
     *
     * @throws NotCanonicalException if it is not a JSON number, or its exponent has more digits than a long holds
     */
    static String canonical(String written) throws NotCanonicalException {
        return new JsonNumber(written).read();
    }

    private String read() throws NotCanonicalException {
        String sign = skip('-') ? "-" : "";
        String whole = digits();
        if (whole.length() > 1 && whole.charAt(0) == '0') {
            throw new NotCanonicalException("a number begins with a zero");
        }
        String fraction = skip('.') ? digits() : "";
        String digits = fraction.isEmpty() ? whole : whole + fraction;
        int from = pastZeros(digits);
        boolean isZero = from == digits.length();
        long exponent = skip('e') || skip('E') ? exponent(isZero) : 0;
        if (at < written.length()) {
            throw new NotCanonicalException("not a number");
        }
        if (isZero) {
            return "0";
        }
        int to = digits.length();
        while (digits.charAt(to - 1) == '0') {
            to--;
        }
        long power = exponent - fraction.length() + (digits.length() - to);
        return sign + digits.substring(from, to) + (power == 0 ? "" : "e" + power);
    }

    private long exponent(boolean isZero) throws NotCanonicalException {
        boolean isNegative = skip('-');
        if (!isNegative) {
            skip('+');
        }
        String digits = digits();
        int from = pastZeros(digits);
        if (isZero || from == digits.length()) {
            return 0;
        }
        if (digits.length() - from > MAX_EXPONENT_DIGITS) {
            throw new NotCanonicalException("an exponent is too large");
        }
        long exponent = Long.parseLong(digits.substring(from));
        return isNegative ? -exponent : exponent;
    }

    private boolean skip(char character) {
        boolean found = at < written.length() && written.charAt(at) == character;
        at += found ? 1 : 0;
        return found;
    }

    private String digits() throws NotCanonicalException {
        int start = at;
        while (at < written.length() && written.charAt(at) >= '0' && written.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw new NotCanonicalException("a number lacks digits");
        }
        return written.substring(start, at);
    }

    private static int pastZeros(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return from;
    }
}
