// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

/**
 * One spelling for what RFC 3986 calls equivalent (sections 6.2.2.1 and 6.2.2.2): escapes in upper case, and none for
 * unreserved characters. Dot segments (6.2.2.3) stay: the server has matched the path already, so that those which are left
 * are values of the resource's. What is no escape stays as it is.
 */
final class UriSpelling {

    private static final String UNRESERVED = "-._~";

    private UriSpelling() {}

    static String of(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        StringBuilder spelling = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            int octet = character == '%' ? escaped(encoded, i) : -1;
            if (octet < 0) {
                spelling.append(character);
                continue;
            }
            if (isUnreserved((char) octet)) {
                spelling.append((char) octet);
            } else {
                spelling.append('%').append(hex(octet >> 4)).append(hex(octet & 0xF));
            }
            i += 2;
        }
        return spelling.toString();
    }

    private static int escaped(String encoded, int percent) {
        if (percent + 2 >= encoded.length()) {
            return -1;
        }
        int high = digit(encoded.charAt(percent + 1));
        int low = digit(encoded.charAt(percent + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int digit(char character) {
        return character < 128 ? Character.digit(character, 16) : -1;
    }

    private static char hex(int nibble) {
        return "0123456789ABCDEF".charAt(nibble);
    }

    private static boolean isUnreserved(char octet) {
        return octet < 128 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
    }
}
