// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.message;

import ee.idempotency.jaxrs.internal.names.HeaderNames;
import java.util.regex.Pattern;

/**
 * One line of a response's header section.
 *
 * @param name as it was sent
 * @param value as it was sent
 */
public record HeaderLine(String name, String value) {

    private static final Pattern NAME = Pattern.compile(HeaderNames.TOKEN);
    private static final int OCTET = 0xFF;

    /**
     * Whether it can be nothing but this line, in the record and on the wire: its name is a token (RFC 9110, section 5.6.2)
     * and its value has no control character but the tab, nor a character whose lower eight bits are CR or LF, which is
     * what some servers send of it.
     */
    public boolean isOneLine() {
        return NAME.matcher(name).matches() && value.chars().noneMatch(HeaderLine::isUnsafe);
    }

    private static boolean isUnsafe(int character) {
        int octet = character & OCTET;
        return (Character.isISOControl(character) && character != '\t') || octet == '\r' || octet == '\n';
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
