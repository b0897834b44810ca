// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows the JSON documents that every supported database takes and understands alike, so that none refuses the statement
 * which stores an answer. Thread-safe.
 */
final class PortableJson {

    /** How deep objects and arrays may be nested: MariaDB takes no more. */
    static final int MAX_DEPTH = 31;

    /** How many characters a number may have. */
    static final int MAX_NUMBER_LENGTH = 100;

    /** How many digits a number's exponent may have; PostgreSQL writes a number out. */
    static final int MAX_EXPONENT_DIGITS = 3;

    private final JsonParserFactory parsers = JsonProvider.provider().createParserFactory(Map.of());

    /**
     * Whether {@code body} is one JSON document in UTF-8 without a member twice, U+0000 or half a surrogate pair in a text,
     * and within the limits above.
     */
    boolean accepts(byte[] body) {
        try (JsonParser parser = parsers.createParser(new StringReader(decode(body)))) {
            Reading reading = new Reading(parser);
            while (parser.hasNext()) {
                if (!reading.accepts(parser.next())) {
                    return false;
                }
            }
            return reading.complete;
        } catch (CharacterCodingException | RuntimeException malformed) { // each parser throws others
            return false;
        }
    }

    private static String decode(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    /** One document. */
    private static final class Reading {

        private final JsonParser parser;
        private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();

        /** The names of each open object's members so far; those of an array stay empty. */
        private final Deque<Set<String>> open = new ArrayDeque<>();

        private boolean complete;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        boolean accepts(JsonParser.Event event) {
            if (complete) {
                return false;
            }
            boolean accepted = switch (event) {
                case START_OBJECT, START_ARRAY -> begins();
                case END_OBJECT, END_ARRAY -> open.poll() != null;
                case KEY_NAME -> isName(parser.getString());
                case VALUE_STRING -> isText(parser.getString());
                case VALUE_NUMBER -> isModest(parser.getString());
                case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> true;
            };
            complete = open.isEmpty();
            return accepted;
        }

        private boolean begins() {
            open.push(new HashSet<>());
            return open.size() <= MAX_DEPTH;
        }

        private boolean isName(String name) {
            @Nullable Set<String> names = open.peek();
            return names != null && names.add(name) && isText(name);
        }

        private boolean isText(String text) {
            return text.indexOf('\0') < 0 && encoder.canEncode(text);
        }

        private static boolean isModest(String number) {
            int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
            String exponent = mark < 0 ? "" : number.substring(mark + 1);
            boolean isSigned = exponent.startsWith("-") || exponent.startsWith("+");
            return number.length() <= MAX_NUMBER_LENGTH
                    && exponent.length() <= (isSigned ? 1 : 0) + MAX_EXPONENT_DIGITS;
        }
    }
}
