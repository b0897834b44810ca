// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordKey;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The JSON object that a request brings. What is wrong with it is a 400. */
public record AdminRequest(JsonObject json) {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int DEFAULT_LIMIT = 200;
    private static final String NO_CURSOR = "'after' is the 'next' of the part before";

    /** Reads at most a mebibyte. */
    public static AdminRequest read(InputStream body) throws AdminProblem, IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new AdminProblem(413, "too-large", "A request has at most " + MAX_BYTES + " bytes");
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return new AdminRequest(reader.readObject());
        } catch (RuntimeException malformed) { // parsers report what is nested too deep by exceptions of their own
            throw malformed("The body is no JSON object");
        }
    }

    /** Names a record. */
    public static RecordKey record(String id) throws AdminProblem {
        try {
            return new RecordKey(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            throw malformed("The record's id has the form of a UUID");
        }
    }

    /** The version that the operator was shown. */
    public int version() throws AdminProblem {
        return whole("version").orElseThrow(() -> malformed("'version' is the number that the record was shown with"));
    }

    /** By whom, and why. */
    public ChangeNote note(String actor) throws AdminProblem {
        try {
            return new ChangeNote(actor, text("reason").orElse(""));
        } catch (IllegalArgumentException unfit) {
            throw new AdminProblem(400, "reason-missing", unfit.getMessage());
        }
    }

    /** How an operation ended. */
    public Outcome outcome() throws AdminProblem {
        if (json.get("completed") instanceof JsonObject completed) {
            return new AdminRequest(completed).completed();
        }
        if (json.get("failed") instanceof JsonObject failed) {
            AdminRequest failure = new AdminRequest(failed);
            String code = failure.text("code").filter(text -> !text.isBlank()).orElse("");
            if (!code.isEmpty()) {
                return new Outcome.Failed(code, failure.text("message").orElse(""));
            }
        }
        throw malformed("Bring 'completed' with status, headers and body, or 'failed' with code and message");
    }

    private Outcome.Completed completed() throws AdminProblem {
        int status = number("status", -1);
        if (status != 0 && (status < 100 || status > 599)) {
            throw malformed("'status' is an HTTP status, or 0 for a method's result");
        }
        try {
            String headers = texts("headers").stream().collect(Collectors.joining("\n"));
            Optional<String> body = text("body");
            return new Outcome.Completed(
                    status,
                    Header.parse(headers),
                    body.map(text -> Bytes.of(text.getBytes(StandardCharsets.UTF_8)))
                            .orElse(null));
        } catch (IllegalArgumentException noHeader) {
            throw malformed("'headers' is a list of lines, such as 'Content-Type: application/json'");
        }
    }

    /** What is to be listed. */
    public Filter filter() throws AdminProblem {
        Filter kind = kind();
        return new Filter(
                kind.states(),
                kind.onlyLeaseOver(),
                kind.onLeaseLost(),
                text("tenant"),
                text("operation"),
                text("caller"),
                text("key"));
    }

    private Filter kind() throws AdminProblem {
        return switch (text("show").orElse("all")) {
            case "all" -> Filter.inState(states());
            case "stuck" -> Filter.leaseOver();
            case "unresolved" -> Filter.unresolved();
            default -> throw malformed("'show' is 'all', 'stuck' or 'unresolved'");
        };
    }

    private State[] states() throws AdminProblem {
        List<String> names = texts("states");
        if (names.isEmpty()) {
            return State.values();
        }
        try {
            return names.stream().distinct().map(State::valueOf).toArray(State[]::new);
        } catch (IllegalArgumentException unknown) {
            throw malformed("'states' are of " + Arrays.toString(State.values()));
        }
    }

    /** How many records to look at, at a time. */
    public int limit() throws AdminProblem {
        int limit = number("limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > RecordBrowser.MAX_PAGE) {
            throw malformed("'limit' is 1 to " + RecordBrowser.MAX_PAGE);
        }
        return limit;
    }

    /** Where the part before ended. */
    public Optional<Position> after() throws AdminProblem {
        Optional<String> cursor = text("after");
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = cursor.get().split("_", 2);
        if (parts[0].startsWith("+") || parts[0].startsWith("-")) { // of a year with more than four digits, or before 0
            throw malformed(NO_CURSOR);
        }
        try {
            return Optional.of(new Position(Instant.parse(parts[0]), record(parts.length > 1 ? parts[1] : "")));
        } catch (DateTimeException noTime) {
            throw malformed(NO_CURSOR);
        }
    }

    private int number(String name, int absent) throws AdminProblem {
        return json.containsKey(name) ? whole(name).orElseThrow(() -> malformed("'" + name + "' is a number")) : absent;
    }

    /** Empty if it is none, or none that fits: a parser cuts off what does not, and throws where there are too many digits. */
    private Optional<Integer> whole(String name) {
        try {
            return json.get(name) instanceof JsonNumber number ? Optional.of(number.intValueExact()) : Optional.empty();
        } catch (RuntimeException tooLarge) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) throws AdminProblem {
        JsonValue value = json.get(name);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        throw malformed("'" + name + "' is a text");
    }

    private List<String> texts(String name) throws AdminProblem {
        List<String> texts = new ArrayList<>();
        if (json.get(name) instanceof JsonArray array) {
            for (JsonValue value : array) {
                if (!(value instanceof JsonString text)) {
                    throw malformed("'" + name + "' is a list of texts");
                }
                texts.add(text.getString());
            }
        } else if (json.containsKey(name)) {
            throw malformed("'" + name + "' is a list of texts");
        }
        return texts;
    }

    private static AdminProblem malformed(String detail) {
        return new AdminProblem(400, "malformed", detail);
    }
}
