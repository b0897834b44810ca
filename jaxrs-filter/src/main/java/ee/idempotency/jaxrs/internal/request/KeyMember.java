// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.settings.KeySettings;
import ee.idempotency.operation.JsonPointer;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the key in a JSON document. All of the document is read, so that a second member of the name is seen. Thread-safe. */
final class KeyMember {

    private static final String WHOLE_NUMBER = "0|-?[1-9][0-9]*";

    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final String pointer;
    private final List<String> tokens;
    private final KeySettings settings;

    KeyMember(String pointer, KeySettings settings) {
        this.pointer = pointer;
        this.tokens = JsonPointer.tokensOf(pointer);
        this.settings = settings;
    }

    /**
     * The key in a document.
     *
     * @return empty if it has no such member
     * @throws RefusedRequestException if the document is malformed, or the member is no key or is there twice
     */
    Optional<String> find(byte[] document) {
        PointedValue value = new PointedValue(tokens);
        String text = text(document);
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                value.accept(parser.next(), parser);
            }
        } catch (RuntimeException malformed) { // each parser throws others
            throw malformed();
        }
        if (!value.isComplete()) {
            throw malformed();
        }
        if (value.isAmbiguous()) {
            throw invalid("it is there more than once");
        }
        return value.event().map(event -> key(event, value.text()));
    }

    private static String text(byte[] document) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed();
        }
    }

    private String key(JsonParser.Event event, String text) {
        boolean isNumber = event == JsonParser.Event.VALUE_NUMBER;
        if (!isNumber && event != JsonParser.Event.VALUE_STRING) {
            throw invalid("it is neither a string nor a number");
        }
        if (isNumber && !text.matches(WHOLE_NUMBER)) {
            throw invalid("a number that is a key has neither fraction nor exponent");
        }
        if (text.length() < settings.minLength() || text.length() > settings.maxLength()) {
            throw invalid("it must have " + settings.minLength() + " to " + settings.maxLength()
                    + " characters; it has " + text.length());
        }
        if (text.isBlank()) {
            throw invalid("it is blank");
        }
        return text;
    }

    private RefusedRequestException invalid(String why) {
        return new RefusedRequestException(
                ProblemType.KEY_INVALID, "The member " + pointer + " of the body is not a key: " + why + ".");
    }

    private static RefusedRequestException malformed() {
        return new RefusedRequestException(
                ProblemType.BODY_MALFORMED,
                "The key of this operation is in the body, which must be one JSON document in UTF-8 (RFC 8259), and"
                        + " is not. Nothing was done.");
    }
}
