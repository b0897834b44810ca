// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import ee.idempotency.spi.Header;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says to a client that may retry. Immutable.
 *
 * @param status the HTTP status
 * @param code the problem's {@code code}; null if the answer is no problem of this library
 * @param retryable whether the same request with the same key may bring another answer: what the problem says; without it
 *     true for 408, 425, 429 and 5xx that are no replay, and for 409 with {@code Retry-After}
 * @param retryAfter how long the server asks to wait; null if it does not say
 * @param replayed whether this is the stored answer of an earlier attempt
 * @param expires when the key is new again; null if the server does not say
 */
public record Answer(
        int status,
        @Nullable String code,
        boolean retryable,
        @Nullable Duration retryAfter,
        boolean replayed,
        @Nullable Instant expires)
        implements Serializable {

    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    /** Problems of this library have a few hundred characters. */
    private static final int LONGEST_PROBLEM = 65_536;

    /**
     * Reads an answer. Its entity is buffered if it is a problem (RFC 9457), so that it can be read again.
     *
     * @throws jakarta.ws.rs.ProcessingException if the entity cannot be read
     */
    public static Answer of(Response response) {
        JsonObject problem = problem(response);
        int status = response.getStatus();
        boolean replayed = "true".equals(response.getHeaderString(Header.REPLAYED));
        Duration retryAfter = AnswerHeaders.retryAfter(response.getHeaderString("Retry-After"), InstantSource.system());
        boolean retryable = says(problem, "retryable")
                ? problem.getBoolean("retryable", false)
                : !replayed && mayPass(status, retryAfter != null);
        return new Answer(
                status,
                problem.get("code") instanceof JsonString code && says(problem, "retryable") ? code.getString() : null,
                retryable,
                retryAfter,
                replayed,
                AnswerHeaders.expires(response.getHeaderString(Header.KEY_EXPIRES)));
    }

    private static boolean mayPass(int status, boolean saysWhen) {
        return status >= SERVER_ERROR || PASSING.contains(status) || (status == CONFLICT && saysWhen);
    }

    private static boolean says(JsonObject problem, String name) {
        JsonValue value = problem.get(name);
        return JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value);
    }

    private static JsonObject problem(Response response) {
        MediaType type = response.getMediaType();
        if (type == null || !"problem+json".equals(type.getSubtype()) || !response.bufferEntity()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        String text = response.readEntity(String.class);
        if (text.length() > LONGEST_PROBLEM) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException malformed) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }
}
