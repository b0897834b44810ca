// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.settings.KeySettings;
import java.util.List;
import java.util.Optional;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key header (draft-ietf-httpapi-idempotency-key-header-07, section 2.1; RFC 9651, section 3.3.3). Parameters
 * behind an sf-string are allowed and ignored: the draft defines none, and RFC 9651 has recipients ignore unknown ones.
 * Thread-safe.
 */
public final class KeyHeader {

    /** Room for the longest key with every character escaped, and for parameters; what is longer is not looked at. */
    private static final int LONGEST_HEADER = 1024;

    /** Of bare keys: these separate list members, quote, escape, or begin a parameter. */
    private static final String NOT_BARE = "\",;\\";

    private final KeySettings settings;

    public KeyHeader(KeySettings settings) {
        this.settings = settings;
    }

    /**
     * The key of a request.
     *
     * @param lines the values of the header's lines; null if there is none
     * @return empty if there is no line
     * @throws RefusedRequestException if the header does not carry exactly one key
     */
    public Optional<String> parse(@Nullable List<String> lines) {
        if (lines == null || lines.isEmpty()) {
            return Optional.empty();
        }
        if (lines.size() > 1) {
            throw invalid("there are " + lines.size() + " header lines; send one");
        }
        String line = lines.get(0) == null ? "" : lines.get(0);
        if (line.length() > LONGEST_HEADER) {
            throw invalid(
                    "a key may have at most " + settings.maxLength() + " characters; the header has " + line.length());
        }
        String value = trim(line);
        if (value.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw invalid("it has a control or non-ASCII character");
        }
        String key = switch (settings.syntax()) {
            case RAW -> value;
            case STRICT -> parseString(value);
            case LENIENT -> value.startsWith("\"") ? parseString(value) : parseBare(value);
        };
        if (key.length() < settings.minLength() || key.length() > settings.maxLength()) {
            throw invalid("it must have " + settings.minLength() + " to " + settings.maxLength()
                    + " characters; it has " + key.length());
        }
        if (settings.blanks() == KeySettings.Blanks.REFUSE && key.indexOf(' ') >= 0) {
            throw invalid("it has a blank, and servers do not agree about blanks in a header; leave it out");
        }
        return Optional.of(key);
    }

    private String parseString(String value) {
        try {
            Item<?> item = new Parser(value).parseItem();
            if (item instanceof StringItem string) {
                return string.get();
            }
        } catch (IllegalArgumentException notAnItem) {
            // reported below: the parser's own words would repeat the key
        }
        throw invalid("it must be one string in double quotes (RFC 9651)");
    }

    private String parseBare(String value) {
        if (value.chars().anyMatch(character -> character == ' ' || NOT_BARE.indexOf(character) >= 0)) {
            throw invalid("a key with a blank, quote, comma, semicolon or backslash must be one string in double quotes"
                    + " (RFC 9651); several keys are not allowed");
        }
        return value;
    }

    private RefusedRequestException invalid(String why) {
        return new RefusedRequestException(
                ProblemType.KEY_INVALID, "The header " + settings.header() + " is not a key: " + why + ".");
    }

    private static String trim(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
