// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer as it came: status, header lines, body. */
public final class Answer {

    private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

    private final int status;
    private final List<String> headerLines;
    private final byte[] body;

    Answer(int status, List<String> headerLines, byte[] body) {
        this.status = status;
        this.headerLines = List.copyOf(headerLines);
        this.body = body.clone();
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** Whether the status is 2xx. */
    public boolean succeeded() {
        return status >= 200 && status <= 299;
    }

    /** The values of a header, one a line. */
    public List<String> headers(String name) {
        String start = name + ":";
        return headerLines.stream()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    /** The media type without parameters in lower case; empty if there is none. */
    public String mediaType() {
        String type = headers("Content-Type").stream().findFirst().orElse("");
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** The body in UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether status, media type, Location and body are the same. */
    public boolean sameAs(Answer other) {
        return status == other.status
                && mediaType().equals(other.mediaType())
                && headers("Location").equals(other.headers("Location"))
                && Arrays.equals(body, other.body);
    }

    /** The body as a JSON object, if it is one. */
    public Optional<JsonObject> json() {
        try (JsonParser parser = JSON.createParser(new StringReader(text()))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                return Optional.empty();
            }
            JsonObject object = parser.getObject();
            return parser.hasNext() ? Optional.empty() : Optional.of(object);
        } catch (RuntimeException noObject) { // not only JsonException: too many brackets are a bare RuntimeException
            return Optional.empty();
        }
    }

    /** For messages: the status and the beginning of the body. */
    @Override
    public String toString() {
        String text = text().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String type = mediaType().isEmpty() ? "no media type" : mediaType();
        return status + " (" + type + ") " + (text.length() > 200 ? text.substring(0, 200) + "..." : text);
    }
}
