// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a response's header section, which can be nothing but this line: in the record, in its text form and on the
 * wire. {@code equals} compares names as they are, with regard to case.
 *
 * @param name a token (RFC 9110, section 5.6.2)
 * @param value as it was sent; may be empty
 */
public record Header(String name, String value) {

    /** What a header name looks like, as a regular expression (RFC 9110, section 5.6.2). */
    public static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** The header that says when a key is new again, as an HTTP date. */
    public static final String KEY_EXPIRES = "Idempotency-Key-Expires";

    /** The header that marks a replay, unless a setting says otherwise. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern NAME = Pattern.compile(TOKEN);
    private static final Pattern LINE_FEED = Pattern.compile("\n");
    private static final String SEPARATOR = ": ";
    private static final String NO_NAME =
            "A header line has no name, or one that is no token (RFC 9110, section 5.6.2)";
    private static final int OCTET = 0xFF;

    /**
     * Accepts what {@link #isOneLine} accepts.
     *
     * @throws IllegalArgumentException for any other name or value
     */
    public Header {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(NO_NAME);
        }
        if (!isOneLine(value)) {
            throw new IllegalArgumentException(
                    "The value of the header " + name + " is not one line of text: remove control characters");
        }
    }

    /**
     * Whether this is a header: its name is a token, its value is well-formed text without control characters but the tab,
     * and without a character whose lower eight bits are CR or LF, which is what some servers send of it.
     */
    public static boolean isOneLine(String name, String value) {
        return NAME.matcher(name).matches() && isOneLine(value);
    }

    private static boolean isOneLine(String value) {
        return value.chars().noneMatch(Header::isUnsafe)
                && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }

    private static boolean isUnsafe(int character) {
        int octet = character & OCTET;
        return (Character.isISOControl(character) && character != '\t') || octet == '\r' || octet == '\n';
    }

    /** The lines as one text, as stores keep them: {@code name: value}, separated by line feeds; empty for none. */
    public static String format(List<Header> headers) {
        return headers.stream()
                .map(header -> header.name + SEPARATOR + header.value)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Reads what {@link #format} wrote. Formatting what is returned gives the same text again.
     *
     * @throws IllegalArgumentException if {@code text} cannot have been written so; the message does not quote values
     */
    public static List<Header> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(LINE_FEED.split(text, -1)).map(Header::parseLine).toList();
    }

    private static Header parseLine(String line) {
        int separator = line.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException(NO_NAME);
        }
        return new Header(line.substring(0, separator), line.substring(separator + SEPARATOR.length()));
    }
}
